// Traditional characters that stand in the headers of real lists, with their simplified form; a small table on
// purpose: it is used to recognise labels and names, never to rewrite what is stored.

const pairs =
  '縣县區区戶户數数棟栋樓楼層层單单門门積积築筑執执狀状況况實实際际預预開开號号備备註注閒闲決决標标關关機机辦办' +
  '興兴體体費费業业類类發发廠厂歸归屬属產产權权稱称經经緯纬總总計计劃划齡龄間间時时鎮镇鄉乡億亿萬万無无個个約约' +
  '畝亩場场園园電电話话說说調调義义務务圍围長长車车庫库為为與与東东衛卫質质級级結结構构設设資资動动點点鄰邻幹干' +
  '員员責责條条錄录圖图審审驗验據据現现屋屋塊块處处龍龙華华陽阳豐丰樂乐糧粮運运農农學学醫医館馆濟济興兴鋪铺灣湾';

const simple = new Map<string, string>();
for (let at = 0; at < pairs.length; at += 2) simple.set(pairs[at], pairs[at + 1]);

/** The same text in simplified characters, as far as the table knows them. */
function simplified(text: string): string {
  let result = '';
  for (const character of text) result += simple.get(character) ?? character;
  return result;
}

/** A text made comparable: NFKC, no blanks of any kind or width, no invisible marks, simplified, lower case. */
export function plain(text: string): string {
  return simplified(text.normalize('NFKC').replace(/[\s\u200b-\u200f\u2060\ufeff]/g, '')).toLowerCase();
}
