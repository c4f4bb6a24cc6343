"""The words by which a sentence says where money stood, where it went, and that nothing moved after all.

Patterns are matched against a sentence in which every end is one character: `LINE` a line that is named, `COLUMN`
基本支出 and its like, `AMOUNT` a printed amount; years other than the document's own are `YEAR_BEFORE` and
`YEAR_AFTER`. Patterns on what stands before an end are bound to its end with `$`, on what stands after with `^`.
"""

from __future__ import annotations

from difftool.pattern import lazy_pattern
from difftool.prose.directions import FALLING, RISING

LINE, COLUMN, AMOUNT = "\ue000", "\ue001", "\ue002"
YEAR_BEFORE, YEAR_AFTER = "\ue003", "\ue004"
_END = LINE + COLUMN

_FILLER = r"(?:了|相应|相关|对应|新增的?|新设的?|新的|功能|支出|预算)*"
_VERB = (
    r"(?:(?<!工资)(?<!标准)调[整剂增]?(?:使用|安排|下达|编列|列支|变更|归集|出)?|转[移出]|(?<!结)转|划[转拨出]?|拨[转付]?|归[并集口类]?|分类|合并|并|"
    r"集中|整合|(?<!缴)纳|编列?|列[支报示]?|计|记|移[交列出]?|挪|拿|变[更动]?|更[改正名换]|修改|改变?|换|替换|"
    r"拆分?|细[化分]|分[解列流]?|分别列?|下达|分配|还原|放|体现|反映|单列|切换|迁移|追加|平移|并轨)"
)
# A verb and where to: "调整至", "归口到", "改由", "变为", "列入".
TO = lazy_pattern(
    rf"(?:{_VERB}(?:(?:功能|支出|预算)*(?:分类)?科目|列支|核算)?(?:[至到入往给]|变?为|[成作]|列(?:入|到|至)?)"
    rf"|(?:(?<!工资)(?<!标准)调|划|(?<!结)转|拨|移)[整剂出转]?了?[^，。；：{_END}]{{1,14}}[到至]|[划转并]归|→|{AMOUNT}(?:资金|指标)?[到至给]|改为?(?:列|由|在|从|用于?|通过|按|走|归|入)|"
    rf"转而?(?:列|由|在|用|从)|调整?(?:用于|在)|[归分]由|变为[由在]|移[交列]|分别?列支?|按用途列支|[转改移均都皆]列|统一列|[调转]向|"
    rf"(?:计|记|列|编|纳|并|归|核算|列支|反映|体现)[于在]|调剂用于){_FILLER}$"
)
# A line that is new beside another and took part of its money: "增加了“事业运行”项级科目分流315万元" (江苏 2019).
NEW_BESIDE = lazy_pattern(r"(?:新?增[加设列]?|新设|增设|设立)了?$")
SPLIT_OFF = lazy_pattern(r"^[^，。；]{0,6}(?:分流|分出|划出)")
WEAK_TO = lazy_pattern(r"(?:增列|调增|用于|用[到在]|投入|给予?)$")
# 甲 received by itself: "甲承接…", "甲调增5万元".
RECEIVES = lazy_pattern(r"^[中内]?(?:相应|同步|对应)?的?(?:承接|接收|接受|吸收|整合|[调核]增|增列|接管)")
_LATER = r"(?:现在?|目前|今年|本年|当年|本期|单独|另|统一|集中|全部|一并|执行[时中]|转而)(?:度|起|内|开始|预算)*"
NOW = lazy_pattern(
    rf"{_LATER}(?:均|都|起|开始|改|已|则|被)*[^，。；：{_END}{AMOUNT}]{{0,8}}"
    r"(?:[列在由于入到为]|列支|编列|安排|使用|用|通过|体现在?|科目[为是])$"
)
NOW_AT_ALL = lazy_pattern(_LATER)
NOW_BY = lazy_pattern(rf"(?:{_LATER}|[归转改均])(?:统一|均|都)?(?:改|转|归口)?由$")
PLACED_IN = lazy_pattern(r"(?:[在由从用]|通过|使用|放在)$")
STANDS = lazy_pattern(
    r"^(?:中|下|内|里|项下|名下)?(?:分别|统一|单独|集中|一并)?(?:予以|进行)?"
    r"(?:列[支报示]?|核算|反映|安排|编[列制报入]|体现|保障|管理|承担|支付|负担|解决|开支)"
)
_EARLIER = (
    rf"(?:原(?!因|则|有|计划|拟|申请|值|件)[来先本]?|此前|先前|以往|以前(?:年度)?|往年|历年|前期|上一?年度?|去年度?"
    rf"|{YEAR_BEFORE}度?|年初(?:预算)?|(?<!本年)(?<!今年)(?<!年度)(?<!现)预算(?=编?列|安排|[在由]))"
)
# "上年列在", "原由", "2020年预算培训费计入": where money stood, with no verb of moving between.
EARLIER = lazy_pattern(
    rf"{_EARLIER}(?:[^，。；：{_END}{AMOUNT}调转改划移变]{{0,14}}(?:[列在由于从为]|(?<!加)入|列支|编列|安排|使用|用|通过|属|反映|体现|科目[为是]))?的?$"
)
NO_LONGER = lazy_pattern(
    r"(?:不再(?:继续)?(?:由|在|从|列[入支]?于?|编[列入]|纳入|计入|通过|安排于?|使用)?|不[在由]|停止[在由]|退出)$"
)
NOT_HERE = lazy_pattern(r"不[在由列]$")
TAKEN_FROM = lazy_pattern(
    rf"(?:来自于?|来源[于为是]?|源于|[调转划]入了|(?:归并|合并|汇集|集中)了|取自|分流自|(?:承接|接收|接管|吸收|整合|[调压核]减|减列|收回|撤销|取消|拆分|剥离|分解|细化)了?)"
    rf"{_EARLIER}?的?$"
)
FROM = lazy_pattern(rf"(?:从|自){_EARLIER}?(?:预算)?的?$")
BY = lazy_pattern(rf"(?<![自理缘事])由{_EARLIER}?(?:预算)?的?$")
# A verb that takes money away from the line before it: "由甲调整…", "从甲划转而来".
GOES = lazy_pattern(
    rf"^[^，。；：{_END}]{{0,24}}?(?:(?<!工资)(?<!标准)(?<!价格)调|转|划|改|变|更|移|归|并|拆|分离|剥离|挪|拨|分流|换|修改|单列)"
)
GIVES = lazy_pattern(
    rf"^(?:[中内里]|项下|所列|列支|安排|的)*[^，。；：{_END}由从在]{{0,14}}?"
    r"(?:调出|划出|转出|移出|拨出|剥离|分离|划转|分流|划走|转走|调走)"
)
# "主要是甲的5万元转入": into the line in hand, or into the one that the sentence is about.
COMES = lazy_pattern(
    rf"^(?:[中内里]|项下|所列|列支|安排|的)*[^，。；：{_END}由从在]{{0,14}}?(?:转|调|划|并|移|归)[整剂]?(?:入|过来|来)"
    rf"(?=$|[，。；：的了{AMOUNT}{_END}]|资金|部分|相关|经费|形成|所致|导致|引起)"
)
COMPOSED = lazy_pattern(r"^(?:构成|组成|汇成)[^。；]{0,8}[调转划]入")
# What alone says no direction: "甲核减5万元" takes part in a move only where another line received.
LESSENED = lazy_pattern(rf"^[^，。；：{_END}]{{0,14}}?[调核]减")
FELL = lazy_pattern(rf"^[^，。；：{_END}]{{0,14}}?(?:{FALLING}|缩减)")
ROSE = lazy_pattern(rf"^[^，。；：{_END}]{{0,14}}?(?:{RISING})")
RECLASSIFIED = lazy_pattern(r"科目[^，。；]{0,6}(?:调剂|调整|变更|变动|变化)|调整(?:了)?科目")
# A line that is only a yardstick, an owner or a place in an organisation is no end of a move.
NO_END_BEFORE = lazy_pattern(r"(?:参照|参考|对照|比照|依照|除|区别于|不同于|相当于|公开到|(?<!下)达到)$")
NO_END_AFTER = lazy_pattern(
    r"^的?(?:所在|所属|所涉|科室|处室|岗位|口径|(?:定额|人员)?标准|定额|做法|人员(?!经费|支出|工资|类)|绩效[指目]标|之间|[以之]外|除外|(?:所)?对应的?(?:处|科|单位|部门|机构|人员|岗位)|无关|类似"
    r"|情况(?:类似|相同)|相关(?:单位|部门|机构|处室)|(?:主管|牵头|责任)(?:单位|部门)|同理|同样|负责)"
)

# What makes of a sentence none: before the verb in its clause, after it, or anywhere.
NOT = lazy_pattern(
    r"未(?!来)|没有|没(?=[将从把由])|(?:^|[，并且也均都])无(?=[从由将须需])|无[需须]|固定资产(?!购置|采购|投资)|资产(?:移交|划转|转入|调拨)|人员(?:调出|调入|转入|转出|划转|分流|转隶|转岗)|不(?!再|影响|变|足|断|仅|同(?!意)|含|合|超|到位|一致|可比|受|够|在|由|单|得不)"
    r"|并非|非(?=[由从将])|严禁|禁止|是否|能否|驳回|拒绝|避免|防止|如[需果要有遇]|若(?!干)|假如|倘|可(?:以|[在将由从按向])"
    r"|须[将由从]|需[将要由从在]|应[当将由从]|建议|(?<!模)拟|计划(?=[将从由把于在下])|原计划|曾(?=申请|拟|计划|考虑|提出|打算)"
    r"|打算|(?:考虑|准备|预计|研究)将|不涉及|不存在"
)
APPLIED = lazy_pattern(
    r"(?:申请|请示|报请|提请|提出)(?!.{0,14}(?:批准|同意|批复|审批)(?:后|，))[^，。；]{0,6}[将从由把对]|关于将"
)
NOT_AFTER = lazy_pattern(r"[须需应](?:经|报|由财政|按)|的(?:申请|请示|建议|设想|计划|方案|意见)|无关|尚未|未能?实施")
# "退休人员待遇改由社保部门发放，不再列入甲": it went to where no line is.
ELSEWHERE = lazy_pattern(
    rf"(?:改由|转由|移交给?|划归)(?!{LINE})[^，。；{_END}]{{0,12}}(?:部门|单位|中心|公司|机构|发放|支付|承担)"
)
REFUSED = lazy_pattern(
    r"未(?:予|获|被|经|能|作|做)?(?:财政)?(?:部门)?(?:批准|同意|批复|通过|获批|采纳|实施|落实)|不予|驳回|退回|未果|搁置"
    r"|[后又](?:被|予以|已)?(?:取消|撤销|撤回|作废|终止)"
    r"|[仍尚]在研究|暂缓|仍[在列由按]|仍然[在列由]|继续(?:[在由列])|依旧|维持(?:不变|原)|沿用|延续"
    r"|口径(?:[保维]持)?(?:不变|未变|没有变|与上年|一致|相同|无变化)"
    r"|(?:今年|本年|年度)度?(?:口径|仍)?(?:[保维]持)?(?:不变|无变化|未变|没有变化|未作调整|一致)"
    r"|与(?:上年|去年)度?(?:口径)?(?:保持)?(?:一致|相同)|不属于科目"
)
_LAST_YEAR = r"(?:上一?年|去年|前年|以前年度|往年|以往)度?"
DONE_BEFORE = lazy_pattern(
    rf"{_LAST_YEAR}(?:中期)?(?:就|即|便|业|早|已|将|把|起)|(?:已|早|早已|就)[在于经自]*{_LAST_YEAR}"
)
LATER = lazy_pattern(rf"下一?(?:个)?年度?|明年|次年|来年|后年|今后|以后年度|将来|下一步|下阶段|{YEAR_AFTER}")
# A year that the amounts are compared with, or in which money stood.
COMPARED_YEAR = lazy_pattern(
    rf"(?:比|较|与|同|对比|和|相比|[大小高低]于){YEAR_BEFORE}"
    rf"|{YEAR_BEFORE}度?(?:年初)?(?:预算|决算|执行)(?:数|基础|为|安排{AMOUNT})"
)
STOOD_IN_YEAR = lazy_pattern(
    rf"{YEAR_BEFORE}度?(?:年初)?(?:预算|决算)?"
    rf"(?:(?:[^，。；：{_END}{AMOUNT}调转改划移变已将把]{{0,14}}(?:[列在于入]|列支|编列|安排|反映|体现))?[{_END}]"
    rf"|由{LINE}{STANDS.pattern[1:]})"
)
