/** What the pages of contracts say. */
export const contractsZh = {
  semicolon: '；', none: '没有合同', noneFiltered: '没有符合条件的合同', allTypes: '全部种类', type: '种类', customer: '客户', anyCustomer: '全部客户', make: '新建合同', number: '合同编号', name: '名称', made: '合同已建立，请写第一个版本',
  everyCustomer: '所有客户', needsCustomer: '客户服务协议必须写明客户', inForce: '正在执行：第 {{number}} 版', until: '到 {{day}} 为止', noEnd: '直到下一版开始', notInForce: '目前没有正在执行的版本', drafts: '有 {{count}} 个草稿',
  back: '返回合同列表', versions: '版本', version: '第 {{number}} 版', noVersions: '还没有版本', period: '{{from}} 起，{{to}}', writtenBy: '{{name}} 于 {{time}} 编写', activatedBy: '{{name}} 于 {{time}} 启用', current: '正在执行', upcoming: '尚未开始', past: '已结束', between: '{{from}} 至 {{to}}',
  write: '写新版本', edit: '修改草稿', activate: '启用', apply: '用于未结承诺', compare: '与另一版比较', compareWith: '比较：第 {{number}} 版与', noCompare: '不比较', whatIf: '对未结承诺的影响', simulate: '按过去的月份试算', copyOf: '以第 {{number}} 版为底稿', blank: '空白',
  activated: '已启用', applied: '已用于未结承诺', saved: '草稿已保存', reason: '理由', reasonHint: '例如：客户已签字的补充协议；理由会记入审计', activateTitle: '启用第 {{number}} 版', activateHint: '启用后不能再改。从起始日起作出的承诺按这一版计时。', applyTo: '用于哪些承诺', applyTitle: '把第 {{number}} 版用于未结承诺', applyHint: '每个未结承诺会记下“改按这一版条款”，已经过去的时间保留。请先看“对未结承诺的影响”。',
  section: { services: '服务项目', levels: '服务水平', objectives: '服务目标', exclusions: '免责约定', compensation: '补偿' },
  services: '服务项目', service: '服务项目名称', addService: '增加服务项目', removeService: '删除这个服务项目', products: '适用产品（名称）', productIds: '适用的已登记产品', allProducts: '全部产品', productsHint: '不填表示全部产品', registered: '已登记产品 {{names}}', unknownProduct: '另一产品',
  level: '服务水平', addLevel: '增加服务水平', removeLevel: '删除这一行', priority: '优先级', anyPriority: '其他优先级', kind: '承诺', within: '时限', unit: { H: '小时', M: '分钟', S: '秒' }, length: { H: '{{amount}} 小时', M: '{{amount}} 分钟', S: '{{amount}} 秒' }, calendar: '计时日历', usualCalendar: '按系统设置', pausesOn: '停表的等待', usualPauses: '按系统设置', warn: '提醒（%）', target: '目标（%）',
  objective: '服务目标', addObjective: '增加服务目标', percent: '目标（%）', measuredBy: '怎样计算', exclusion: '免责约定', addExclusion: '增加免责约定', exclusionKind: '约定方式', window: '约定的时段', cause: '须证明的原因', from: '开始', to: '结束',
  compensated: '约定补偿', currency: '币种', monthlyFee: '月服务费', monthCap: '每月补偿上限（月费的 %）', breach: '每次超时的补偿', addBreach: '增加一条', fixed: '固定金额', perHour: '每超时一小时', cap: '单次上限', attainment: '整月兑现率的补偿', addAttainment: '增加一条', step: '档位', addStep: '增加一档', below: '兑现率低于（%）', credit: '补偿月费的（%）',
  effectiveFrom: '起始日', effectiveTo: '最后一天', effectiveToHint: '不填表示直到下一版开始', save: '保存草稿', cancel: '取消', restored: '已恢复上次没有保存的内容。', overtaken: '在您修改期间，别人已保存了这一版', overtakenHint: '下面是您没有保存的内容，不含他的修改；用它保存会覆盖他的内容。', takeTheirs: '看他保存的', keepMine: '仍用我的', discard: '放弃修改', newVersion: '新版本', editing: '修改第 {{number}} 版草稿', see: '请看下面标红的内容',
  line: {
    within: '{{time}}内', instant: '以约定的时刻为准', byCalendar: '按“{{calendar}}”计时', pauses: '{{reasons}}时停表', neverPauses: '从不停表', warn: '用到 {{percent}}% 时提醒', target: '每月目标 {{percent}}%', products: '适用产品', objective: '{{percent}}%', measured: '{{percent}}%，{{how}}', window: '{{from}} 至 {{to}} 不计', cause: '{{cause}}，须有证明',
    fee: '月服务费', cap: '每月补偿上限', ofFee: '月费的 {{percent}}%', breach: '超时补偿', fixed: '每次 {{money}}', perHour: '每开始一小时 {{money}}', most: '单次最多 {{money}}', attainment: '兑现率补偿', step: '低于 {{below}}% 补偿月费的 {{credit}}%',
  },
  change: { same: '相同', changed: '有改动', added: '新增', removed: '删去' }, before: '第 {{number}} 版', after: '第 {{number}} 版', noDifference: '两版内容完全相同', differences: '有 {{count}} 处不同', onlyDifferences: '只看不同之处',
  moved: { about: '如果现在把它用于未结承诺，这些承诺的截止时间会变。这里只是预览，什么都没有改。', none: '没有未结承诺的截止时间会变', from: '现在 {{time}}', to: '变为 {{time}}', broken: '会立即超时', ticket: '工单', sum: '已列出 {{count}} 个，其中 {{broken}} 个会立即超时' },
  sim: {
    about: '把过去作出的承诺按这一版重算一遍：当时发生的事不变，只换条款。什么都没有改。', months: '月份', run: '试算', none: '这段时间没有可以重算的承诺', sum: '重算了 {{count}} 个承诺，其中 {{retermed}} 个条款会不同。', before: '实际', after: '按这一版', met: '兑现', broken: '超时', open: '未结', promises: '承诺数',
    cost: '补偿', costLine: '{{before}} → {{after}}', noCost: '都不补偿', changes: '结果会不同的承诺', noChanges: '没有一个承诺的结果会不同', verdict: '{{before}} → {{after}}', due: '截止 {{before}} → {{after}}', onlySla: '只有客户服务协议可以试算和预览', pick: '请选择月份',
  },
};
