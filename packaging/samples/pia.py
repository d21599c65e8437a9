"""A mermaid who meets a young sea turtle, with the fish of the reef around them."""

from curves import band, curve, ellipse
from faces import blush, brow, dot_eye, eye, laugh, nose
from paper import Paint, Paper

from models.hints.parts import Part

TAGS = (
    "pink_hair",
    "aqua_eyes",
    "light_skin",
    "purple_shirt",
    "green_skirt",
    "blue_background",
)

HAIR = Paint("#e58aa5", Part.HAIR)
SKIN = Paint("#f8d6bf", Part.SKIN)
IRIS = Paint("#3aa6a0", Part.EYES)
SHELL_TOP = Paint("#9a78c4", Part.TOP)
TAIL = Paint("#4fb09a", Part.BOTTOM)
FIN = Paint("#a8dcc4", Part.BOTTOM)
PEARL = Paint("#fdf6ee", Part.ORNAMENT)
STAR = Paint("#f2b04a", Part.ORNAMENT)
TURTLE = Paint("#8fb568")
TURTLE_PALE = Paint("#d9e3a8")
PLATES = (Paint("#a8784a"), Paint("#b98a58"))
RIM = Paint("#d9b67c")
CORAL = (Paint("#e8705f"), Paint("#f0a25a"), Paint("#d678a8"))
WEED = (Paint("#5f9f5c"), Paint("#86b96a"))
SAND = Paint("#f1e0b6")
ROCK = Paint("#9aa3b5")
FISH = (Paint("#f4c04a"), Paint("#ef8354"), Paint("#6f8fd0"))
BAND = Paint("#fbf3e6")
BUBBLE = Paint("#e2f4f8")
SEA = "#9fd4e4"


def draw() -> Paper:
    """The whole drawing."""
    paper = Paper(2048, 1536, SEA, seed=51)
    reef_behind(paper)
    with paper.figure(10):
        hair_behind(paper)
        mermaid(paper)
    with paper.figure(9), paper.placed(300, 900, turn=-14):
        turtle(paper)
    reef_before(paper)
    fishes(paper)
    return paper


def weed(paper: Paper, x: float, y: float, *, high: float, lean: float, kind: int) -> None:
    """A ribbon of weed that sways."""
    spine = f"{x},{y} {x - 40 + lean * 0.2},{y - high * 0.33} {x + 36 + lean * 0.5},{y - high * 0.66} {x - 10 + lean},{y - high}"
    paper.shape(band(spine, "44 66 60 40 2"), WEED[kind], 5)
    paper.line(spine, 3.6, (0.7, 0.05))


def reef_behind(paper: Paper) -> None:
    for x, y, high, lean, kind in (
        (90, 1450, 900, 40, 0),
        (200, 1460, 640, -60, 1),
        (1890, 1450, 980, -50, 0),
        (1990, 1460, 720, 20, 1),
        (1760, 1460, 560, 70, 1),
    ):
        weed(paper, x, y, high=high, lean=lean, kind=kind)
    paper.shape(
        "-20,1380 260,1320 620,1370 1000,1310 1420,1370 1760,1310 2070,1350* 2070,1560* -20,1560*",
        SAND,
        5.5,
    )
    for x, y, r in (
        (1210, 170, 34),
        (1290, 250, 20),
        (1160, 90, 18),
        (620, 300, 26),
        (560, 210, 15),
        (1700, 300, 24),
        (1750, 220, 14),
        (300, 560, 18),
        (1500, 1180, 18),
    ):
        paper.shape(ellipse(x, y, r), BUBBLE, 4.5)
        paper.line(
            f"{x - r * 0.5},{y - r * 0.1} {x - r * 0.3},{y - r * 0.45} {x},{y - r * 0.55}", 3.6
        )


def hair_behind(paper: Paper) -> None:
    for spine, widths in (
        ("760,560 900,440 1050,400 1180,300 1320,290", "250 240 190 120 2"),
        ("790,600 960,540 1110,540 1260,440 1400,450", "240 220 180 110 2"),
        ("720,520 800,360 930,270 1010,170 1120,140", "230 210 150 90 2"),
        ("820,640 960,650 1080,670 1190,620 1290,630", "180 170 130 80 2"),
    ):
        paper.shape(band(spine, widths), HAIR, 6)
    paper.lines(
        "880,470 1040,410 1180,320",
        "930,500 1060,460 1200,360",
        "940,570 1100,560 1250,470",
        "960,610 1110,590 1240,530",
        "800,400 900,310 1000,210",
        "850,400 950,310 1030,220",
        "960,650 1060,670 1160,640",
        width=4.5,
    )


def mermaid(paper: Paper) -> None:
    # the far arm, waving
    paper.shape(band("860,800 970,800 1040,730 1070,660", "74 72 62 54"), SKIN)
    paper.shape(
        "1046,676 1030,640 1040,616* 1056,630 1060,590 1074,572* 1086,620 1104,584* 1116,592 1110,632 1136,616* 1138,630 1116,672 1092,694",
        SKIN,
    )
    tail(paper)
    # body
    paper.shape(
        "770,740 770,800 790,880 830,940 880,990 1010,960 1000,900 950,840 900,780 860,730", SKIN
    )
    paper.dot(900, 934, 5)
    paper.lines("840,860 850,890 870,910", width=4)
    paper.shape(
        "770,800 790,780* 830,820 850,800 900,780* 920,830 910,870 870,886* 850,880 826,900 790,890* 776,850",
        SHELL_TOP,
        5.5,
    )
    paper.lines(
        "800,800 802,840 796,876",
        "820,816 826,850 822,884",
        "862,804 866,840 872,874",
        "884,794 892,830 892,862",
        width=4,
    )
    for i in range(7):
        x, y = 762 + i * 19, 748 + (8, 22, 30, 32, 28, 18, 2)[i]
        paper.shape(ellipse(x, y, 11), PEARL, 4)
    near_arm(paper)
    with paper.placed(764, 560, turn=-10, size=1.9):
        head(paper)


def tail(paper: Paper) -> None:
    paper.shape(
        "1530,720* 1500,620 1430,560 1340,540* 1380,500 1460,490 1530,520 1570,590 1580,620* 1600,540 1660,470 1750,440* 1740,540 1700,620 1640,680 1590,720*",
        FIN,
    )
    paper.lines(
        "1540,690 1510,610 1440,550",
        "1550,660 1520,570 1450,520",
        "1580,690 1620,600 1700,510",
        "1600,690 1650,620 1720,560",
        width=4.5,
    )
    body = band("900,900 1020,1040 1200,1080 1380,1000 1490,850 1560,690", "200 236 214 170 116 56")
    paper.shape(body, TAIL)
    with paper.within(body):
        for row in range(11):
            for column in range(-3, 4):
                t = (row + (column % 2) * 0.5) / 11
                x, y, ax, ay = along(t)
                x, y = x - ay * column * 34, y + ax * column * 34
                paper.line(
                    f"{x - ay * 20 - ax * 10},{y + ax * 20 - ay * 10} {x + ax * 12},{y + ay * 12} {x + ay * 20 - ax * 10},{y - ax * 20 - ay * 10}",
                    3.8,
                    (0.3, 0.3),
                )
    paper.shape(
        "1190,1170* 1180,1260 1240,1330 1330,1350* 1330,1270 1300,1200 1290,1140*", FIN, 5.5
    )
    paper.lines("1220,1180 1230,1260 1290,1320", "1256,1170 1280,1240 1310,1290", width=4)
    paper.shape(
        "812,950 850,940* 880,960 910,930 946,950 970,910 1004,920 1016,890* 1030,930 1010,960 990,1000 950,996 930,1030 890,1010 866,1036 836,1000*",
        FIN,
        5.5,
    )


def along(t: float) -> tuple[float, float, float, float]:
    """A place along the tail, and the way it leads there."""
    spots = ((930, 950), (1040, 1050), (1200, 1078), (1370, 1004), (1480, 860), (1550, 700))
    at = t * (len(spots) - 1)
    i = min(int(at), len(spots) - 2)
    (x0, y0), (x1, y1) = spots[i], spots[i + 1]
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    ax, ay = (x1 - x0) / length, (y1 - y0) / length
    return x0 + (x1 - x0) * (at - i), y0 + (y1 - y0) * (at - i), ax, ay


def near_arm(paper: Paper) -> None:
    paper.shape(band("784,800 710,880 620,900 560,880", "78 74 62 52"), SKIN)
    paper.shape(
        "580,858 546,842 512,840 492,854 500,868 482,878 488,892 484,904 500,916 540,916 580,908",
        SKIN,
    )
    paper.lines("500,868 528,870", "488,892 520,892", "546,842 556,858", width=4.5)
    paper.shape(ellipse(606, 896, 16, 30, 8), PEARL, 5)


def head(paper: Paper) -> None:
    paper.shape(
        "-90,-20 -94,20 -82,60 -48,96 -4,106 46,96 82,60 94,20 90,-20 60,-100 0,-115 -60,-100",
        SKIN,
        5.5,
    )
    for side in (-1, 1):
        wide = 39 if side < 0 else 42
        eye(paper, side * 40 - 10, 18, IRIS, outer=side, wide=wide, high=50, look=(-4, 4))
        brow(paper, side * 42 - 11, -28, outer=side, wide=34, lift=9, width=6)
        blush(paper, side * 64 - 11, 54)
    nose(paper, -15, 44, 8, -1)
    laugh(paper, -11, 62, 38, 26)
    fringe = curve(
        "-96,70* -112,30 -116,-20 -104,-78 -62,-122 0,-136 62,-124 108,-84 126,-30 124,20 140,60* 108,44 94,10 84,-34* "
        "74,-4 40,-24 14,-64* 4,-22 -26,6 -52,14* -40,-16 -44,-52* -60,-14 -84,10 -90,36",
        closed=True,
    )
    paper.shape(fringe, HAIR, 5.5)
    paper.lines(
        "14,-134 30,-100 66,-36",
        "10,-134 14,-100 12,-72",
        "0,-134 -18,-84 -42,-14",
        "-14,-132 -46,-96 -50,-60",
        "40,-128 90,-84 104,-10",
        "-44,-124 -86,-76 -96,0",
        "60,-120 116,-60 122,10",
        width=3.6,
    )
    with paper.placed(66, -92, turn=24, size=1.1):
        paper.shape(
            "0,-40 9,-14 14,-12 38,-12 18,6 16,12 24,34 2,20 -4,20 -24,34 -17,12 -19,6 -38,-12 -14,-12 -9,-14",
            STAR,
            5,
        )
        for x, y in ((0, -20), (18, -6), (11, 14), (-11, 14), (-18, -6), (0, 0)):
            paper.dot(x, y, 2.6)


def turtle(paper: Paper) -> None:
    paper.shape("-150,40 -230,70 -270,120* -210,130 -140,110 -100,70", TURTLE)
    paper.shape("60,80 110,150 180,190 220,260* 140,260 60,210 10,120", TURTLE)
    paper.shape("-20,-90 20,-170 90,-210 150,-200* 130,-140 80,-80 40,-60", TURTLE)
    for x, y in ((100, 176), (140, 214), (80, 130), (60, -150), (96, -176), (40, -116), (-190, 96)):
        paper.shape(ellipse(x, y, 13, 11), TURTLE_PALE, 4)
    # head and neck
    neck = curve(
        "90,-30 140,-60 150,-100 190,-130 250,-124 290,-84 290,-40 256,-4 200,6 150,36 110,50",
        closed=True,
    )
    paper.shape(neck, TURTLE)
    with paper.within(neck):
        paper.shape("300,-40 250,-28 200,-20 150,20 110,70 300,80*", TURTLE_PALE, 4.5)
    for x, y in ((170, -90), (196, -112), (160, -60)):
        paper.line(f"{x - 8},{y} {x},{y + 6} {x + 8},{y}", 3.6)
    dot_eye(paper, 240, -76, 26, 34)
    paper.line("222,-104 240,-112 258,-104", 4.5)
    paper.line("288,-50 262,-30 232,-34", 5.5, (0.6, 0.2))
    blush(paper, 206, -50, 3, 1.1)
    # shell
    shell = curve(
        "-190,60 -200,-10 -160,-90 -70,-130 40,-120 110,-60 130,20 90,90 0,124 -110,110",
        closed=True,
    )
    paper.shape(shell, RIM)
    inner = curve(
        "-156,46 -164,-8 -130,-68 -60,-98 26,-90 80,-44 96,16 64,66 -4,92 -92,80", closed=True
    )
    paper.shape(inner, PLATES[0], 5)
    with paper.within(inner):
        paper.shape("-70,-48* 0,-56* 34,-4* 2,44* -68,46* -104,0*", PLATES[1], 5)
        for a, b in (
            ("-70,-48", "-96,-110"),
            ("0,-56", "30,-120"),
            ("34,-4", "110,0"),
            ("2,44", "30,110"),
            ("-68,46", "-90,110"),
            ("-104,0", "-180,0"),
        ):
            paper.line(f"{a} {b}", 4.5, (0.9, 0.9))
    for x0, y0, x1, y1 in (
        (-186, -30, -158, -24),
        (-146, -98, -122, -74),
        (-60, -130, -54, -100),
        (40, -118, 32, -90),
        (104, -62, 78, -46),
        (124, 30, 96, 22),
        (76, 94, 58, 70),
        (-8, 122, -6, 94),
        (-104, 110, -92, 82),
        (-178, 70, -154, 50),
    ):
        paper.line(f"{x0},{y0} {x1},{y1}", 4.5, (0.9, 0.9))


def reef_before(paper: Paper) -> None:
    with paper.figure(8):
        paper.shape(
            "1480,1480 1500,1370 1580,1310 1680,1320 1740,1390 1820,1400 1860,1480 1700,1510 1560,1506",
            ROCK,
        )
        paper.lines(
            "1560,1380 1600,1350 1640,1352", "1720,1440 1760,1430", "1530,1440 1540,1420", width=5
        )
        paper.hatch("1700,1440 1840,1430 1850,1490 1720,1500", 18, 14, 4)
    for x, y, size, kind in ((430, 1450, 1.0, 0), (1400, 1470, 0.8, 2), (1650, 1330, 0.62, 1)):
        with paper.figure(8), paper.placed(x, y, size=size):
            paper.shape(
                "-40,40* -34,-60 -90,-110 -110,-190 -90,-210 -66,-190 -56,-130 -24,-110 -30,-220 -14,-270 14,-270 26,-230 18,-130 "
                "50,-110 56,-190 80,-220 104,-200 100,-140 70,-80 36,-40 44,40*",
                CORAL[kind],
            )
            paper.lines(
                "-6,10 -4,-100 -2,-220",
                "-30,-80 -70,-130 -86,-180",
                "24,-60 60,-110 76,-180",
                width=4.5,
            )
    with paper.figure(8), paper.placed(640, 1440):
        for x, y, r in ((-90, 10, 60), (90, 6, 56), (0, -20, 84)):
            paper.shape(ellipse(x, y, r, r * 0.94), CORAL[1])
            for dx, dy in ((-0.4, -0.2), (0.1, -0.5), (0.4, 0), (-0.1, 0.2), (0.2, 0.5)):
                paper.line(
                    f"{x + dx * r - 10},{y + dy * r} {x + dx * r},{y + dy * r + 8} {x + dx * r + 10},{y + dy * r}",
                    4,
                )
    with paper.figure(8), paper.placed(980, 1440, turn=14):
        paper.shape(
            "0,-80 20,-28 30,-24 78,-24 38,10 34,22 50,70 4,40 -4,40 -50,70 -34,22 -38,10 -78,-24 -30,-24 -20,-28",
            STAR,
        )
        for x, y in ((0, -44), (40, -14), (26, 34), (-26, 34), (-40, -14)):
            paper.dot(x, y, 4.5)
        dot_eye(paper, -12, -6, 10, 14)
        dot_eye(paper, 12, -6, 10, 14)
        paper.line("-9,10 0,16 9,10", 4, (0.5, 0.5))
    for x, y in ((160, 1470), (820, 1490), (1160, 1450), (1920, 1480), (1260, 1500)):
        paper.shape(ellipse(x, y, 24, 12), ROCK, 4.5)


def fishes(paper: Paper) -> None:
    for x, y, size, turn, kind, flip in (
        (190, 250, 1.0, -6, 0, False),
        (360, 370, 0.8, 4, 0, False),
        (400, 190, 0.7, -2, 0, False),
        (1760, 860, 1.1, 8, 1, True),
        (1620, 1080, 0.8, -4, 2, True),
        (1480, 220, 0.8, 6, 2, True),
    ):
        with paper.figure(8), paper.placed(x, y, size=size, turn=turn, flip=flip):
            paper.shape("-70,0 -130,-56* -120,0 -130,56*", FISH[kind])
            paper.shape("-20,-50 10,-92 60,-80* 50,-40", FISH[kind], 5.5)
            body = curve("100,4 70,-44 0,-62 -60,-30 -84,0 -60,32 0,60 70,44", closed=True)
            paper.shape(body, FISH[kind])
            with paper.within(body):
                paper.shape(band("20,-70 4,0 20,70", "26 28 26"), BAND, 4.5)
                paper.shape(band("-46,-60 -56,0 -46,60", "20 22 20"), BAND, 4.5)
            paper.shape("-10,10* -44,24 -40,44 -6,32", FISH[kind], 5)
            dot_eye(paper, 60, -12, 20, 26)
            paper.line("98,10 84,18 76,14", 4.5)
            paper.lines("-124,-30 -100,-10", "-124,30 -100,10", width=4)
