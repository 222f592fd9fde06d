"""Posts and forms of address that stand before or after a person's name."""

_REGIONS = "省|市|区|县|州|盟|旗|镇|乡|街道|自治区|自治州|自治县|省委|市委|区委|县委|州委|旗委"
_BODIES = "党委|党组|政府|人民政府|人大|人大常委会|政协|党工委|管委会|纪委|监委|政法委|组织部|宣传部|统战部|公安局"
_POSTS = (
    "常务副省长|常务副市长|常务副区长|常务副县长|常务副州长|常务副旗长|常务副主任|常务副",
    "副省长|副市长|副区长|副县长|副州长|副旗长|副镇长|副乡长|副书记|副主任|副秘书长|副局长|副主席|副部长|副厅长|副主席|副盟长",
    "省长|市长|区长|县长|州长|旗长|镇长|乡长|盟长|书记|主任|秘书长|主席|局长|部长|厅长|处长|院长|检察长|指挥长|总工程师",
    "党组成员|党委委员|党委书记|党组书记|常委|委员|一级调研员|二级调研员|三级调研员|四级调研员|一级巡视员|二级巡视员",
    "同志|挂职|兼|代",
)

REGIONS: tuple[str, ...] = tuple(_REGIONS.split("|"))
BODIES: tuple[str, ...] = tuple(_BODIES.split("|"))
POSTS: tuple[str, ...] = tuple(word for group in _POSTS for word in group.split("|"))
