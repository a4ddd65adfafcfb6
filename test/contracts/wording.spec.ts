import { Source, sourcesBelow } from './sources';

/** Words a person is never shown, and what is said instead (house wording; nothing is 违法 before it is identified). */
const forbidden: [RegExp, string][] = [
  [/违法/, '疑似违建、私搭'],
  [/非法/, 'what is wrong and how to mend it'],
  [/失败/, '无法完成'],
  [/暂无数据/, 'why it is empty and the next step'],
  [/错误代码/, '编号'],
  [/[！]/, '。'],
  [/登陆/, '登录'],
  [/其它/, '其他'],
  [/你/, '您'],
];

const comments = /\{\{!--[\s\S]*?--\}\}|\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;

/** Every forbidden word in what the product may show, as 'file: word'. */
function wrongWords(sources: Source[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const shown = text.replace(comments, '');
    return forbidden
      .filter(([pattern]) => pattern.test(shown))
      .map(([pattern]) => `${path}: ${pattern.source}`);
  });
}

describe('the words of the product', () => {
  const sources = [
    ...sourcesBelow('src', '.ts'),
    ...sourcesBelow('views', '.hbs'),
    ...sourcesBelow('views', '.js'),
  ];

  it('are those of a street office that helps', () => {
    expect(wrongWords(sources.filter(({ path }) => !path.endsWith('.spec.ts')))).toEqual([]);
  });

  it.each(['<p>保存失败！</p>', "text: '非法输入'", "label: '违法建设'"])(
    'a wrong word is found: %s',
    (text) => {
      expect(wrongWords([{ path: 'views/a.hbs', text }])).not.toEqual([]);
    },
  );
});
