"""Where the title of a document may be cut into lines: between phrases, some places better than others."""

# A place between two characters, as an expression of no width, and what a cut there costs
CUTS = (
    (r"(?=关于)", 0),
    (r"(?<=工作报告)(?!的)", 1),
    (r"(?<=[作务标项])(?=责任分解|分解|进展|完成情况|落实情况|推进情况)", 1),
    (r"(?<=[度年])(?=重点|民生|政府工作|目标)", 5),
    (r"(?<=关于印发)", 3),
    (r"(?<=[作务事])(?=通报|督查|督办|办理|汇总)", 2),
    (r"(?<=情况)(?=汇总|的)", 4),
    (r"(?<=的)(?=通知|通报|报告|意见|函)", 5),
    (r"(?<=[市县区州旗省镇乡])(?=\d{4}年)", 5),
    (r"(?<=[季度年])(?=[\u4e00-\u9fff])", 6),
    (r"(?<=第[一二三四五六七八九十]届)|(?<=会议)(?!的)|(?<=大会)", 2),
)
