export const cli = {
  help: `用法：duibiao <命令> 文件…

  text 文件                        输出解码后的全文
  inspect 文件…                    每个文件一行：格式、编码，以及其中的报告（地区、年度、类型、依据）
  lines 文件…                      每个文件一行 {"id","file","text"}，即 extract --stdin 的输入
  extract 文件…                    每条数据项或事项（定性目标、位次、总括完成、清单、重大项目）一行
  extract --stdin                  从标准输入逐行读取 {"id","text"}，输出各自的数据项和事项
  compare 文件… --xlsx 输出文件    每个单元格一行，并写出工作簿
  ledger 文件…                     目标完成台账：每个地区、年度的每个目标一行，附后来的完成情况和结论
  audit 文件…                      数据核查：报告内和各年报告之间对不上的数，每项一行，附算式和出处

--encoding 名称、--as 格式 用于 text、inspect、lines、extract、ledger 和 audit：在无法自动判定时说明文件的文字编码和格式
（--encoding gb18030、--as html）。zip 按其中的每个文件分别处理：a.zip/inner.txt。
--summaries 用于 extract：每个来源先输出一行（"type" 为 "source"），列出其中的报告、数据项数和事项数。
事项的行带有 "type"，数据项的行没有。
--jobs N 用于 --stdin：同时处理 N 行，输出不变。
--indicators 文件 用于 extract：自己的指标，一个 JSON 数组（id、name、aliases、units……）。
--place 地区、--year 年度 用于 ledger：只列这些地区（名称、简称或代码）、这些报告年度的目标，多个用逗号隔开；
其余文件只用来提供完成情况。--all 用于 ledger：连同点名的重大项目。
--rules 规则 用于 audit：只按这些规则核查（sum、growth……），多个用逗号隔开；--all 用于 audit：核对无误的也列出。

标准输出只有 JSON Lines（text 除外），提示信息在标准错误。
退出码：0 全部完成；1 有文件失败，其余照常完成；2 用法错误。
以 -- 开头的文件名放在单独的 -- 之后。`,
  hint: '用法见 duibiao --help',
  line: '第 {{number}} 行：{{reason}}',
  noPlace: '{{file}}：没有可以归到某个地区的报告，未列入对比。',
  noCells: '这些文件里没有可以对比的数据项，未写出工作簿。',
  written: '已写出 {{file}}',
  ledger: {
    noPlace: '{{file}}：没有能定出地区和年度的报告，未列入台账。',
    none: '没有可以列入台账的目标。',
  },
  audit: {
    done: '核对 {{checked}} 处，发现 {{found}} 处对不上。',
  },
  wrong: {
    year: '“--year”应为 1949 到 2100 的年份。',
    none: '没有给出命令。',
    command: '没有“{{command}}”这个命令。',
    option: '没有“{{option}}”这个选项。',
    foreign: '“{{option}}”不能用于“{{command}}”。',
    files: '“{{command}}”需要至少一个文件。',
    value: '“{{option}}”不能是“{{value}}”，只能是：{{known}}。',
    members: '压缩包里不止一个文件；“text”一次只输出一个。',
    single: '“text”一次只读一个文件。',
    both: '“--stdin”不能与文件同用。',
    xlsx: '“compare”需要 --xlsx 指定输出文件。',
    indicators: '“--indicators”需要一个文件。',
    indicatorList: '{{file}} 不是指标列表（{{problem}}）。',
    jobs: '“--jobs”应为 1 到 {{most}} 的整数。',
    line: '不是带有 "id" 和 "text" 的 JSON。',
    lineLength: '超过 {{limit}} MiB，已跳过。',
  },
}
