"""Names of units that are found all over the country: two of them that look alike are two units, no slip of the pen."""

from itertools import permutations

from luoshi.language.lexicon.words import words

# 市, 县 and the like before a name, and 各 before a group, say whose it is
LEVELS = ("市", "县", "区", "省", "州", "旗", "盟", "国家", "全市", "市委", "县委", "区委", "省委")

# 发改局 = 发改委 = 发改办: the same stem with another of these is another spelling of the same unit
BUREAU_ENDINGS = ("局", "委", "办", "厅")
# 交通运输部, 自然资源分局, 综合行政执法队: other units of the same field
_FIELD_ENDINGS = words(
    "部|署|院|会|所|队|站|组|科|处|股|室|总局|分局|支局|总队|支队|大队|中队|中心|分中心|办公室|委员会|指挥部"
)

BUREAU_STEMS = words(
    "发改|发展改革|发展和改革|经信|经济和信息化|经济信息化|工信|工业和信息化|工业信息化|科技|科学技术|科工|教育|教体|教育体育|公安|民政|司法",
    "财政|人社|人力社保|人力资源社会保障|人力资源和社会保障|自规|自然资源|自然资源和规划|自然资源规划|资源规划|规划|国土|生态环境|环保",
    "住建|住房城乡建设|住房和城乡建设|建设|交通|交通运输|水利|水务|农业农村|农业|林业|林草|商务|文旅|文化旅游|文化和旅游|文广旅体",
    "文广旅|文旅体|文体广旅|文体|文广新|文化广电旅游|文体旅|卫健|卫生健康|卫计|退役军人|退役军人事务|应急|应急管理|审计|外事|国资|市场监管|市监",
    "市场监督管理|体育|统计|医保|医疗保障|信访|数据|数据资源|大数据|大数据管理|数据管理|营商|行政审批|政务服务|政务|政管|数管|金融",
    "地方金融|金融监管|金融工作|机关事务|机关事务管理|城管|城市管理|综合执法|行政执法|综合行政执法|执法|园林|粮食|粮储|投资促进|投促",
    "招商|税务|气象|地震|邮政|邮政管理|邮管|烟草|档案|乡村振兴|民宗|民族宗教|侨务|老干部|国安|国家安全|海事|海洋|渔业|海渔|煤炭",
    "能源|口岸|广电|文物|知识产权|人防|扶贫|房管|住房保障|港航|公路|铁路|民航|绿化|水文|监察|编|外|台|侨|网信|文明|改革|深改|政研",
    "人才|双拥|府|市府|县府|区府|政府|市委|县委|区委|国防动员|国动|史志|方志|党史|保密|机要|督查|督考|考核|法制|信息|物价|盐务",
    "民防|移民|库区|质监|安监|食药监|工商|旅游|畜牧|农机|供销|残工|老龄|妇儿工|共富|社建|代建|经济信息|规自|规资|资规",
)

# 文广旅体, 文旅广体, 文体广旅: every order is some government's
_CULTURE_SIGNS, _FEWEST_SIGNS = "文广旅体新", 3
CULTURE_STEMS = tuple(
    "".join(order)
    for size in range(_FEWEST_SIGNS, len(_CULTURE_SIGNS) + 1)
    for order in permutations(_CULTURE_SIGNS, size)
)

COMPANY_ENDINGS = ("集团", "公司")
COMPANY_STEMS = words(
    "城投|交投|产投|建投|文投|旅投|国投|水投|农投|金投|科投|商投|工投|能投|经投|投资|城建|交建|水务|水利|水电|环境|环保|交通|公交|旅游",
    "文旅|交旅|城旅|文体|体育|教育|国资|国控|产控|城发|交发|农发|科创|数据|供电|电力|电网|燃气|供水|自来水|排水|热力|热电|电信|移动",
    "联通|铁塔|广电|邮政|烟草|石油|石化|铁路|高速|机场|港口|港务|航运|物流|商贸|商业|粮食|供销|担保|金控|人才|康养|殡葬|市政|园林",
)

OTHER_NAMES = words(
    "妇联|残联|文联|科协|工商联|侨联|社科联|记协|作协|台联|总工会|工会|团委|团市委|团县委|团区委|红十字会|贸促会|慈善总会|法学会|关工委",
    "组织部|宣传部|统战部|社工部|社会工作部|人武部|武装部|政法委|纪委|监委|纪委监委|编委|编委办|工委|党校|党史研究室|档案馆|图书馆|博物馆",
    "科委|农委|农办|教委|建委|城乡建委|住房城乡建委|商务委|团省委|团州委|团旗委|团盟委|消防总队|消防救援总队",
    "法院|检察院|中级法院|消防支队|消防大队|消防救援支队|消防救援大队|交警支队|交警大队|公安分局|交警队|自规分局|资规分局|生态环境分局",
    "税务分局|海关|人行|央行|人民银行|工行|农行|中行|建行|交行|银保监局|银保监组|银监局|金融监管支局|金融监管分局|供电局|邮政局|电视台",
    "融媒体中心|招商中心|投促中心|气象台|人大办|政协办|府办|供销社|供销联社|公积金中心|地税局|国税局|调查队|文化馆|科技馆|体育馆",
    "各镇|各乡|各县|各市|各区|各村|各局|各镇街|各街镇|各乡镇|各街道|各镇区|各县区|各县市|各区县|各部门|各单位|各企业|各学校|各医院|各银行|各园区|各社区",
)

KNOWN_NAMES = frozenset(
    (
        *(stem + ending for stem in BUREAU_STEMS for ending in (*BUREAU_ENDINGS, *_FIELD_ENDINGS)),
        *(stem + ending for stem in COMPANY_STEMS for ending in COMPANY_ENDINGS),
        *(stem + ending for stem in CULTURE_STEMS for ending in BUREAU_ENDINGS),
        *OTHER_NAMES,
    )
)

# Names long enough to be told by themselves when one character is wrong: 交通运轮局
_LONG = 4
SURE_NAMES = tuple(
    name
    for name in (*(stem + ending for stem in BUREAU_STEMS for ending in BUREAU_ENDINGS), *OTHER_NAMES)
    if len(name) >= _LONG
)

# Names are printed with these and without: 工业和信息化局, 大数据管理局
JOINTS = frozenset("和与及")
LEFT_OUT = JOINTS | frozenset("大市县区")

# Any of many is called so: 关工委 and 机关工委 are no 工委, 中心医院 is no 医院
ANYBODY = frozenset(words("工委|党工委|医院|学院|学校|大学|中学|法院|工会|协会|学会|银行|支行|园区|园区办"))

# What tells two places apart in earnest: 城东街道 and 城西街道
PLACE_DIRECTIONS = frozenset("东南西北中上下前后左右新老大小内外里")
PLACE_ENDINGS = ("街道办事处", "街道", "镇", "乡", "村", "社区", "县", "区", "市", "政府")

# Units end so too, beside what `units.ENDINGS` has: 县公路段, 县一中, 中国电信, 国网供电
OTHER_ENDINGS = words(
    "学|中|段|线|幼|司|国网|供电|电信|移动|联通|铁塔|有线|广电|石化|石油|烟草|邮储|人保|人寿|国寿|财险|产险|寿险|各方|各地|各级|党史",
    "组织|镇级|村级|商户|业主|主体|人员|干部|农户|市直|县直|区直|省级|市级|县级|单元|网点|分部|本部|总部|景区|牧场|林场|农场|水库|茶场",
)
# Long enough that with two characters exchanged they end no other name: 挥指部, 限有公司, 团集
LONG_ENDINGS = words(
    "集团|公司|街道|政府|中心|部门|机构|大队|银行|学校|医院|企业|社区|指挥部|管委会|委员会|办公室|办事处|有限公司|总工会|开发区",
    "人民政府|领导小组|检察院|供销社|工商联|联合会|研究院|红十字会|管理局|监管局|保障局|事务局|交易所|事务所|服务中心|发展中心",
)
