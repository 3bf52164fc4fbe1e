/** What the pages of working-time calendars say. */
export const calendarsZh = {
  about: '日历决定哪些时间计入承诺。合同和系统设置按名称引用它；每次保存产生新的一版，已有的承诺仍按原来的一版计时，除非您要求改按新版。',
  to: '至', none: '没有日历', make: '新建日历', name: '名称', nameHint: '小写字母、数字和连字符，例如 shop-xujiahui', title: '标题', base: '以哪个日历为基础', noBase: '不以其他日历为基础', basedOn: '以“{{title}}”为基础', zone: '时区', revision: '第 {{number}} 版', saved: '{{time}} 保存', savedBy: '{{time}}，{{name}}', made: '日历已建立',
  back: '返回日历列表', fixed: '全天候日历是固定的，不能修改。', old: '您正在看第 {{number}} 版，现在执行的是第 {{current}} 版。', toCurrent: '看现在的一版',
  views: '看什么', view: { year: '全年', due: '到期计算', revisions: '历次版本' },
  year: '年份', off: '休', work: '班', other: '半', legend: '休＝放假，班＝调休上班，半＝当天工作时间不同；其余按每周工作时间。', weekly: '每周工作时间', since: '从 {{day}} 起', always: '一直', free: '休息', sameAsBase: '与基础日历相同', special: '{{year}} 年的特殊日子', noSpecial: '这一年没有特殊日子',
  day: { off: '放假', as: '上班，按{{weekday}}的时间', hours: '工作时间 {{hours}}', source: '来自放假通知', own: '手工填写', ofBase: '来自基础日历' },
  change: '修改日历', import: '导入放假通知', preview: '看看会影响什么', save: '保存', saveRevision: '保存为新的一版', cancel: '放弃修改', restored: '已恢复上次没有保存的内容。', savedNow: '已保存为第 {{number}} 版', same: '内容没有变化，没有产生新的一版', see: '请看下面标红的内容',
  week: '每周工作时间', from: '从哪天起', fromHint: '第一段不填', addWeek: '增加一段（从某天起改变）', removeWeek: '删除这一段', worked: '上班', hours: '时段', hoursHint: '09:00-12:00, 13:30-18:00', hoursWrong: '请按 09:00-12:00 填写，多个时段用逗号分开', days: '特殊日子', addDay: '增加一天', editDay: '修改', removeDay: '删除', date: '日期', dayName: '名目', dayKind: '当天', asWeekday: '按哪天的时间', kind: { off: '放假', as: '调休上班', hours: '另定时段' }, twice: '这一天已经在列', noDays: '没有特殊日子',
  notice: {
    about: '贴上放假安排的数据，或选择文件：公开的 JSON 格式（year、days），或 iCalendar（.ics）。国务院通知的原文要先转成其中一种。同一年以前导入的日子会被替换，手工填写的保留。', text: '放假安排', file: '选择文件', workAs: '调休上班按哪天的时间', check: '预览', forPeople: '这段文字不是放假安排的数据：请粘贴 JSON，或选择 .json、.ics 文件；通知原文要先转成其中一种。', badJson: '这不是正确的 JSON：{{reason}}', again: '内容变了，请再预览一次', apply: '导入', imported: '已导入为第 {{number}} 版',
  },
  effect: {
    title: '保存之前先看影响', days: '会变的日子', noDays: '没有哪一天会变', was: '原来', becomes: '变为', usual: '按每周工作时间', calendars: '会产生新版的日历', none: '没有按它计时的未结承诺', totals: '按它计时的未结承诺 {{count}} 个：{{earlier}} 个会提前，{{later}} 个会推后，{{broken}} 个会立即超时。', incomplete: '承诺太多，只看了一部分。', moved: '截止时间会变的承诺', open: '未结的承诺怎么办', only: '只有经理和管理员可以保存。', from: '现在 {{time}}', to: '变为 {{time}}', ticket: '工单', visit: '上门服务单',
  },
  due: {
    about: '从某个时刻起，允许这么多工作时间，什么时候到期？', from: '从', amount: '允许', unit: { H: '小时', M: '分钟' }, result: '到期 {{time}}（{{weekday}}）', counted: '这段时间里有 {{time}} 计时。', notCounted: '不计的时间', offHours: '非工作时间', all: '全部计时', span: { H: '{{hours}} 小时', M: '{{minutes}} 分钟', both: '{{hours}} 小时 {{minutes}} 分' },
    between: '两个时刻之间有多少工作时间？', until: '到',
  },
  reason: { shipped: '随系统提供', edited: '修改', base: '基础日历有新版', notice: '导入 {{year}} 年放假通知' }, system: '系统', look: '看这一版', current: '现在执行',
};
