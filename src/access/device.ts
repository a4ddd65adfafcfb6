const systems: [RegExp, string][] = [
  [/Android/, '安卓手机'],
  [/iPhone|iPad/, '苹果手机'],
  [/Windows/, 'Windows 电脑'],
  [/Mac OS X/, '苹果电脑'],
  [/Linux|UOS|Kylin/, 'Linux 电脑'],
];
const browsers: [RegExp, string][] = [
  [/MicroMessenger/, '微信'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome 内核'],
  [/Safari\//, 'Safari'],
];

/** A coarse name for a browser, enough to recognise one's own: 'Windows 电脑 · Edge'. */
export function deviceOf(userAgent: string | undefined): string {
  const name = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
  return [name(systems) ?? '未知设备', name(browsers) ?? '未知浏览器'].join(' · ');
}
