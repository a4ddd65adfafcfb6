// Says of every file that is no list what it is and what to do instead, one sentence each.
import { Blocker, houseRule } from '../kernel/blocker';

/** The largest file that is read: 10 MB; a list of 10,000 rows has about 2. */
export const mostFileBytes = 10 * 1024 * 1024;

const sentences = {
  empty: '这个文件是空的，请选择填好的表格',
  'too-large': '文件超过 10 MB，请只留下要导入的那张表再上传',
  'old-excel': '这是旧版 Excel 文件（.xls），请用 Excel 或 WPS 另存为 .xlsx 再上传',
  locked: '这个文件设了打开密码，请去掉密码、保存后再上传',
  pdf: '这是 PDF 文件，请上传原来的表格（.xlsx 或 .csv）',
  'not-a-table': '这个文件不是表格，请上传 .xlsx 或 .csv 文件',
  'web-page': '这是网页格式的表格，请用 Excel 或 WPS 打开后另存为 .xlsx 再上传',
  'binary-workbook': '这是二进制工作簿（.xlsb），请另存为 .xlsx 再上传',
  'open-document': '这是 .ods 表格，请另存为 .xlsx 再上传',
  word: '这是 Word 文档，请把表格复制到 Excel 或 WPS，存为 .xlsx 再上传',
  'no-workbook': '这个压缩包里没有表格，请直接上传 .xlsx 或 .csv 文件',
  damaged: '这个文件打不开，可能已损坏，请用 Excel 或 WPS 打开后另存为 .xlsx 再上传',
  'damaged-csv': '这个 CSV 文件的引号不成对，请用 Excel 或 WPS 打开后另存为 .xlsx 再上传',
  'unknown-encoding': '这个 CSV 文件的文字编码认不出，请用 Excel 或 WPS 打开后另存为 .xlsx 再上传',
  'unpacks-too-large': '这个文件解开后太大，不像楼院清单，请只留下要导入的那张表，另存为 .xlsx 再上传',
  'too-many-parts': '这个文件里的内容太多，不像楼院清单，请把表格复制到新文件，存为 .xlsx 再上传',
  'declares-entities':
    '这个文件里有表格不该有的声明，为了安全没有打开，请用 Excel 或 WPS 另存为 .xlsx 再上传',
  'too-many-rows': '一次最多导入 10000 行，请分成几个文件上传',
  'too-many-columns': '这张表超过 256 栏，请只留下要导入的栏再上传',
  'too-slow': '这个文件 30 秒内没有读完，请把表格复制到新文件，存为 .xlsx 再上传',
} as const;

/** Why a file cannot be read as a list. */
export type FileRefusal = keyof typeof sentences;

/** The refusal of a file in one sentence. */
export const fileRefusals = Object.fromEntries(
  Object.entries(sentences).map(([code, text]) => [code, houseRule(`import.file-${code}`, text)]),
) as Record<FileRefusal, Blocker>;
