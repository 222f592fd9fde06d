"""How the names of government units end, and the words about them that are no part of a name."""

from luoshi.language.lexicon.words import words

# A name ends in one of these: 发改局, 市政府办, 各县（市、区）人民政府, 陆港集团, 供电公司, 气象台
ENDINGS = words(
    "局|委|办|厅|部|署|院|会|所|站|处|室|科|股|队|台|社|校|馆|港|行|组|庭|库|厂|园|场|总|团|盟|联",
    "政府|中心|集团|公司|街道|办事处|委员会|管委会|指挥部|法院|检察院|支队|大队|总队|总工会|妇联|残联|科协|工商联|侨联|文联",
    "镇|乡|县|区|市|州|旗|省|村|社区|新区|新城|开发区|园区|高新区|经开区|部门|单位|企业|银行|海关|税务|学校|大学|学院|医院",
    "镇街|乡镇|各地|成员单位|专班|群众团体|分局|总站|分公司|支行|人行|邮政|电力|联社|商会|协会|基金|机构|纪委监委|工委|党工委|机关",
)

# Endings that say by themselves that a name is a unit's; 市, 区, 园, 组 may as well end another word.
STRONG_ENDINGS = words(
    "局|委|办|厅|部|署|院|政府|中心|集团|公司|街道|办事处|委员会|管委会|指挥部|法院|检察院|支队|大队|总队|总工会|妇联|残联",
    "科协|工商联|部门|单位|银行|海关|专班|镇街|乡镇|分局|分行|人行|群众团体|联社|工委|党工委|供销社|气象台|总站",
    "办公室|研究室|纪委监委|监委|委机关|检察机关",
)

# What is no name by itself: the tail of one that was cut by a line's end (各县（市、区） / 人民政府).
BARE_ENDINGS = frozenset(
    words(
        "局|委|办|事处|员会|政府|人民政府|管委会|管理委员会|办公室|指挥部|公司|集团|中心|分局|支队|委员会|街道|街道办事处|办事处|部门|单位",
        "有限公司|集团公司|区政府|县政府|市政府|镇政府|等部门|等单位|等",
    )
)

# What follows the last name of a list and belongs to none: 市教育局等部门, 市发改委等单位按职责分工负责
AND_OTHERS = words(
    "等有关部门和单位|等相关部门和单位|等有关部门|等相关部门|等有关单位|等相关单位",
    "等部门和单位|等部门|等单位|等",
)

# Words of an office's field that end as names do: 农业农村和水利局 is one unit
FIELDS_OF_DUTY = frozenset(words("农业农村|乡村|农村|城市|社区|城镇|村镇|城乡|园区|市场"))

# Before a name they say that it leads: ▲财政局
LEAD_MARKS = "▲★△▴☆※●◆"
