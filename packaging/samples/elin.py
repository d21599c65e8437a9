"""A knight whose hair flies in the wind, and the young dragon that rides on her shoulder."""

from curves import band, curve, ellipse
from faces import EYE_WHITE, blush, brow, eye, nose, smile
from paper import Paint, Paper

from models.hints.parts import Part

TAGS = (
    "blonde_hair",
    "aqua_eyes",
    "light_skin",
    "grey_shirt",
    "red_jacket",
    "blue_background",
)

HAIR = Paint("#f0d48a", Part.HAIR)
SKIN = Paint("#f6d0b5", Part.SKIN)
IRIS = Paint("#3f93a8", Part.EYES)
STEEL = Paint("#c3ced8", Part.TOP)
STEEL_DARK = Paint("#94a5b5", Part.TOP)
TABARD = Paint("#3f63a0", Part.TOP)
GOLD = Paint("#e3b54a", Part.ORNAMENT)
CLOAK = Paint("#b8433f", Part.TOP)
LEATHER = Paint("#8a5d40")
BLADE = Paint("#dfe7ec")
GEM = Paint("#5fc0b0", Part.ORNAMENT)
DRAGON = Paint("#7cbf7a")
DRAGON_PALE = Paint("#f3eebf")
WING = Paint("#e79a5c")
HORN = Paint("#f6ead0")
CLOUD = Paint("#ffffff")
HILL = Paint("#a8c98f")
HILL_FAR = Paint("#c5dcc0")
WALL = Paint("#d9cdbf")
ROOF = Paint("#b8645a")
FLAG = Paint("#e9b84c")


def draw() -> Paper:
    paper = Paper(1536, 2048, "#cfe6f2", seed=31)
    land(paper)
    with paper.figure(10):
        cloak(paper)
        hair_behind(paper)
    with paper.figure(10):
        wings(paper)
        armor(paper)
        with paper.placed(690, 650, turn=5, size=2.3):
            head(paper)
        hair_front(paper)
        dragon(paper)
        sword(paper)
    return paper


def tower(paper: Paper, x: float, y: float, w: float, high: float) -> None:
    paper.shape(f"{x - w},{y}* {x + w},{y}* {x + w},{y + high}* {x - w},{y + high}*", WALL, 5)
    paper.shape(f"{x - w - 18},{y}* {x},{y - w * 2.6}* {x + w + 18},{y}*", ROOF, 5)
    paper.line(f"{x},{y - w * 2.6} {x},{y - w * 2.6 - 70}", 5, (0.8, 0.8))
    paper.shape(
        f"{x},{y - w * 2.6 - 70}* {x + 40},{y - w * 2.6 - 62} {x + 74},{y - w * 2.6 - 48}* {x + 40},{y - w * 2.6 - 36} {x},{y - w * 2.6 - 24}*",
        FLAG,
        4.5,
    )
    paper.black(
        f"{x - 11},{y + 80}* {x - 11},{y + 44} {x},{y + 32} {x + 11},{y + 44} {x + 11},{y + 80}*"
    )
    for dx, dy in ((-0.5, 0.3), (0.3, 0.42), (-0.2, 0.62), (0.45, 0.75)):
        paper.line(f"{x + dx * w - 12},{y + high * dy} {x + dx * w + 12},{y + high * dy}", 3.4)


def land(paper: Paper) -> None:
    for x, y, size, flip in (
        (1250, 300, 1.0, False),
        (220, 260, 1.15, True),
        (1440, 560, 0.6, False),
    ):
        with paper.placed(x, y, size=size, flip=flip):
            paper.shape(
                "-220,60* -250,26 -226,-16 -170,-24 -140,-86 -60,-110 -10,-70 40,-96 110,-76 130,-30 190,-34 "
                "232,0 220,44 180,60*",
                CLOUD,
                5,
            )
            paper.line("-150,-20 -116,-34 -84,-20", 3.8)
            paper.line("60,-50 92,-54 110,-34", 3.8)
    for x, y in ((960, 170), (1040, 220), (900, 240)):
        paper.line(
            f"{x - 34},{y - 8} {x - 16},{y - 22} {x},{y}* {x + 16},{y - 22} {x + 34},{y - 8}", 5.5
        )
    paper.shape(
        "-20,1500 200,1440 420,1480 700,1420 1100,1460 1340,1400 1560,1440* 1560,2070* -20,2070*",
        HILL_FAR,
        5,
    )
    tower(paper, 1340, 1250, 46, 300)
    tower(paper, 1480, 1330, 54, 300)
    paper.shape(
        "1290,1420* 1320,1420* 1320,1444* 1350,1444* 1350,1420* 1380,1420* 1380,1444* 1410,1444* 1410,1420* 1440,1420* "
        "1440,1444* 1536,1444* 1560,1660* 1290,1660*",
        WALL,
        5,
    )
    paper.shape(
        "-20,1600 240,1560 520,1620 1000,1600 1300,1560 1560,1590* 1560,2070* -20,2070*", HILL, 5.5
    )
    for x, y, size in ((90, 1600, 1.0), (190, 1640, 0.8), (1480, 1690, 0.9), (40, 1760, 1.1)):
        with paper.placed(x, y, size=size):
            paper.shape("-10,0* 10,0* 10,60* -10,60*", LEATHER, 5)
            paper.shape(
                "0,-150 44,-100 30,-96 60,-44 44,-42 70,14 -70,14 -44,-42 -60,-44 -30,-96 -44,-100",
                HILL_FAR,
                5,
            )


def cloak(paper: Paper) -> None:
    paper.shape(
        "360,1080 240,1200 150,1400 110,1620 60,1760 -20,1850* -20,2070* 500,2070* 500,1100", CLOAK
    )
    paper.shape(
        "1040,1080 1180,1200 1260,1400 1300,1620 1340,1800 1400,1940 1480,2070* 900,2070* 900,1100",
        CLOAK,
    )
    paper.lines(
        "240,1400 190,1620 120,1860",
        "320,1420 280,1700 240,2000",
        "1200,1440 1240,1660 1320,1900",
        "1140,1500 1160,1760 1210,2010",
        width=5,
    )


def hair_behind(paper: Paper) -> None:
    for spine, widths in (
        ("700,560 480,560 320,680 180,680 60,600", "320 260 180 110 2"),
        ("640,700 440,760 290,860 150,880 30,830", "300 240 180 110 2"),
        ("600,820 440,930 320,1060 190,1110 50,1090", "260 220 160 100 2"),
        ("560,900 440,1040 380,1180 280,1270 180,1290", "200 170 130 80 2"),
        ("700,520 500,470 360,520 250,500", "240 200 110 2"),
    ):
        paper.shape(band(spine, widths), HAIR, 6)
    paper.lines(
        "420,600 300,700 170,710",
        "400,660 300,730 200,740",
        "400,830 270,900 140,890",
        "420,960 330,1060 220,1090",
        "440,1070 390,1160 320,1220",
        "480,520 390,540 320,540",
        width=4.5,
    )
    paper.shape("860,560 960,700 980,860 940,1000 880,1080 780,1060 750,800", HAIR)


def wings(paper: Paper) -> None:
    for dx, dy, turn, size in ((1250, 800, -14, 0.9), (1290, 850, 16, 1.0)):
        with paper.placed(dx, dy, turn=turn, size=size):
            paper.shape(
                "-40,60 -20,-60 40,-170 120,-230* 130,-150 176,-110* 150,-60 180,-6* 130,10 130,60* 70,50 20,90",
                WING,
            )
            paper.shape(band("-30,60 0,-60 60,-160 124,-236", "44 34 24 4"), DRAGON, 5.5)
            paper.lines(
                "20,-20 90,-70 160,-104", "10,20 90,0 168,-8", "0,50 60,46 120,54", width=4.5
            )


def armor(paper: Paper) -> None:
    paper.shape("620,820 616,940 590,1010 810,1010 784,940 780,820", SKIN)
    paper.black("624,850 700,860 788,850 786,896 760,918 700,934 636,916")
    paper.hatch("626,930 660,950 700,956 690,990 620,990", 60, 11, 3.4)
    # breastplate beneath a tabard
    paper.shape(
        "470,1080 440,1240 460,1440 500,1600 540,1720* 880,1720* 930,1600 968,1440 980,1240 940,1080 700,1030",
        STEEL,
    )
    paper.shape(
        "580,1060* 570,1240 580,1460 600,1740* 820,1740* 842,1460 850,1240 836,1060* 700,1100",
        TABARD,
    )
    paper.line("598,1100 590,1260 600,1480 616,1700", 4.5)
    paper.line("820,1100 832,1260 822,1480 804,1700", 4.5)
    with paper.placed(712, 1300, size=1.1):
        paper.shape(
            "0,-110* 22,-40 70,-70* 50,-20 110,0* 50,20 70,70* 22,40 0,110* -22,40 -70,70* -50,20 -110,0* -50,-20 -70,-70* -22,-40",
            GOLD,
            5.5,
        )
        paper.shape(ellipse(0, 0, 30), GEM, 5)
        paper.line("-14,-8 -4,-16", 3.6)
    paper.lines("476,1300 500,1340", "470,1380 510,1420", "940,1340 918,1380", width=5)
    paper.shape("540,1700* 882,1700* 900,1780 710,1800 520,1780", LEATHER)
    paper.shape("664,1696* 756,1696* 756,1800* 664,1800*", GOLD)
    paper.shape("690,1722* 730,1722* 730,1774* 690,1774*", LEATHER, 5)
    for x0, x1 in ((470, 600), (590, 700), (720, 830), (820, 950)):
        paper.shape(f"{x0 + 20},1776* {x1},1790* {x1 + 8},2070* {x0 - 10},2070*", STEEL)
    # gorget
    paper.shape(
        "560,960 600,930* 700,972 800,930* 846,960 870,1060 800,1110 706,1126 610,1110 536,1060",
        STEEL,
    )
    paper.line("556,1010 640,1056 706,1064 780,1056 852,1010", 5, (0.6, 0.6))
    paper.dot(600, 1070, 7)
    paper.dot(812, 1070, 7)
    for flip in (False, True):
        with paper.placed(1412 if flip else 0, 0, flip=flip):
            arm(paper)


def arm(paper: Paper) -> None:
    """Of her right, seen at the left: upper arm, elbow, forearm towards the hilt, and pauldron."""
    paper.shape("330,1300 300,1440 316,1560 380,1620 450,1590 470,1440 460,1300", STEEL_DARK)
    paper.line("318,1480 380,1510 462,1480", 5, (0.6, 0.6))
    paper.shape("356,1640 420,1700 540,1700 650,1640* 620,1560* 540,1590 470,1560 420,1540", STEEL)
    paper.line("420,1556 400,1610 430,1690", 5, (0.7, 0.7))
    paper.shape(ellipse(372, 1590, 74, 70), STEEL)
    paper.shape("372,1550 390,1580 372,1626 354,1580", GOLD, 5)
    paper.shape("270,1330 300,1400 400,1430 500,1390 510,1300 300,1260", STEEL_DARK)
    paper.shape("256,1260 282,1340 400,1376 520,1330 540,1220 300,1180", STEEL)
    paper.shape(
        "300,1080 256,1150 244,1240 290,1290 400,1316 520,1280 560,1180 550,1090 480,1040 380,1036",
        STEEL,
    )
    paper.line("258,1220 310,1262 400,1282 510,1250 546,1190", 4.5, (0.6, 0.6))
    paper.line("300,1130 330,1096 380,1080", 4.5)
    for x, y in ((290, 1254), (400, 1298), (506, 1268)):
        paper.shape(ellipse(x, y - 6, 9), GOLD, 4)


def sword(paper: Paper) -> None:
    paper.shape("660,1850* 752,1850* 746,2070* 666,2070*", BLADE)
    paper.line("706,1856 706,2050", 4.5, (0.8, 0.8))
    paper.shape("688,1560* 724,1560* 728,1830* 684,1830*", LEATHER)
    for y in (1770, 1800):
        paper.line(f"688,{y} 726,{y - 14}", 4.5, (0.8, 0.8))
    paper.shape(
        "520,1800 560,1812 706,1824 852,1812 892,1800 900,1836 852,1862 706,1872 560,1862 512,1836",
        GOLD,
    )
    paper.shape(ellipse(706, 1846, 22), GEM, 5)
    paper.shape(ellipse(706, 1520, 46), GOLD)
    paper.shape(ellipse(706, 1520, 22), GEM, 5)
    # gauntlets, one over the other
    for x, y, flip in ((706, 1690, True), (706, 1610, False)):
        with paper.placed(x, y, flip=flip):
            paper.shape("-120,-56* -60,-60 40,-62 76,-44 80,0 72,40 30,54 -60,50 -124,46*", STEEL)
            for fy in (-30, -2, 26):
                paper.line(f"76,{fy} 40,{fy + 3} 8,{fy + 2}", 4.5, (0.9, 0.2))
            paper.line("-4,-58 -10,-10 -2,48", 4.5, (0.5, 0.5))
            paper.shape("-150,-76* -96,-66* -96,60* -154,70*", STEEL_DARK)
            for fy in (-42, -14, 14):
                paper.dot(50, fy, 4)


def head(paper: Paper) -> None:
    paper.shape(
        "-90,-20 -93,22 -82,60 -46,96 2,108 50,94 84,58 94,18 92,-20 60,-100 0,-115 -60,-100",
        SKIN,
        5.5,
    )
    for side in (-1, 1):
        wide = 42 if side < 0 else 38
        eye(paper, side * 39 + 9, 14, IRIS, outer=side, wide=wide, high=48, look=(4, -1), lid=0.05)
        brow(paper, side * 41 + 10, -28, outer=side, wide=36, lift=7, width=6.5)
        blush(paper, side * 62 + 12, 50)
    nose(paper, 15, 42, 9, 1)
    smile(paper, 12, 64, 36, 11)
    fringe = curve(
        "-104,84* -116,50 -122,-10 -108,-80 -62,-122 0,-136 62,-122 106,-80 120,-16 116,40 108,92* 96,50 92,8 82,-40* "
        "70,-4 40,-40 14,-66* 6,-26 -26,-2 -60,8* -50,-16 -46,-50* -64,-20 -84,0 -96,40",
        closed=True,
    )
    paper.shape(fringe, HAIR, 5.5)
    paper.lines(
        "14,-134 40,-100 70,-40",
        "12,-134 20,-100 16,-72",
        "4,-134 -10,-90 -40,-30",
        "-10,-134 -50,-96 -52,-56",
        "-40,-126 -84,-80 -96,-10",
        "40,-128 90,-80 100,0",
        "-104,-10 -108,30 -104,60",
        "104,10 108,40 106,64",
        width=3.6,
    )
    with paper.within(fringe):
        paper.shape(
            band("-130,-58 -60,-84 0,-90 62,-86 130,-60", "14 14 15 14 14", blunt=True), GOLD, 4.5
        )
    paper.shape("14,-106 28,-88 14,-66 0,-88", GEM, 4.5)


def hair_front(paper: Paper) -> None:
    """A braid before her shoulder."""
    path = [(478, 880), (462, 930), (452, 984), (450, 1040), (456, 1096), (468, 1150)]
    for i, (x, y) in enumerate(path):
        side = 1 if i % 2 else -1
        with paper.placed(x, y, flip=side < 0, turn=0):
            paper.shape("-34,-40* 6,-44 36,-20 34,14 0,34 -26,40* -20,0", HAIR, 5.5)
            paper.line("-16,-26 12,-20 20,4", 3.6)
    paper.shape("446,1170* 496,1170* 492,1200* 450,1200*", GEM, 5)
    paper.shape(
        "452,1200* 440,1240 452,1290* 466,1266 476,1300* 486,1262 504,1280* 502,1236 490,1200*",
        HAIR,
        5.5,
    )


def dragon(paper: Paper) -> None:
    # the tail hangs over the breastplate
    paper.shape(band("1220,1080 1130,1180 1000,1230 920,1330 930,1440", "110 100 70 50 26"), DRAGON)
    paper.shape("930,1410* 884,1450 878,1510 932,1560* 986,1504 974,1446", WING)
    paper.line("930,1430 932,1530", 4.5)
    body = curve(
        "1110,790 1160,740 1240,760 1320,880 1340,1010 1300,1110 1200,1140 1110,1110 1080,1020 1090,900",
        closed=True,
    )
    paper.shape(body, DRAGON)
    with paper.within(body):
        paper.shape(
            "1100,800 1180,840 1216,940 1210,1060 1160,1160 1020,1160 1040,900", DRAGON_PALE, 5
        )
        for y in (900, 955, 1010, 1065):
            paper.line(f"1070,{y + 6} 1140,{y + 12} 1214,{y - 4}", 4.5, (0.8, 0.3))
    for x, y in (
        (1260, 860),
        (1290, 920),
        (1250, 930),
        (1300, 990),
        (1262, 1000),
        (1250, 1060),
        (1292, 1056),
    ):
        paper.line(f"{x - 12},{y - 6} {x},{y + 6} {x + 12},{y - 6}", 4)
    for x, y, turn in ((1150, 1108, 8), (1270, 1110, -6)):
        with paper.placed(x, y, turn=turn):
            paper.shape("-60,-6 -30,-44 30,-44 62,-6 50,24 -50,24", DRAGON)
            for dx in (-32, 0, 32):
                paper.shape(f"{dx - 13},16* {dx},44* {dx + 13},16*", HORN, 4.5)
    paper.shape(band("1226,930 1200,980 1150,1000", "56 50 40"), DRAGON)
    for dx in (0, 16):
        paper.line(f"{1132},{990 + dx} {1150},{994 + dx}", 4)
    with paper.placed(1130, 690, turn=-8, size=1.2):
        # horns, then head, nuzzling to the left
        for x, turn in ((18, -4), (84, 22)):
            with paper.placed(x, -92, turn=turn):
                paper.shape("-20,16* -14,-40 18,-86* 22,-30 22,16*", HORN, 5.5)
        for x, y, turn in ((112, -30, 70), (124, 20, 92), (116, 66, 116)):
            with paper.placed(x, y, turn=turn):
                paper.shape("-24,10* 0,-40* 24,10*", FLAG, 5)
        face = curve(
            "-20,-104 50,-104 106,-64 124,0 100,62 40,92 -40,92 -110,80 -148,44 -144,0 -108,-20 -84,-60",
            closed=True,
        )
        paper.shape(face, DRAGON, 5.5)
        with paper.within(face):
            paper.shape("-160,50 -90,60 -20,56 40,66 90,90 40,120 -160,120", DRAGON_PALE, 4.5)
        paper.line("-140,46 -90,58 -20,52 24,40 38,22", 5.5, (0.5, 0.3))
        paper.shape("-66,54* -58,74* -48,54*", EYE_WHITE, 4)
        paper.dot(-122, 2, 6)
        paper.dot(-98, -4, 6)
        paper.shape(ellipse(-16, -30, 30, 36), EYE_WHITE, 4.5)
        with paper.within(ellipse(-16, -30, 30, 36)):
            paper.shape(ellipse(-24, -28, 22, 30), GOLD, 4)
            paper.black(ellipse(-26, -28, 11, 22))
        paper.shape(ellipse(-32, -40, 8, 9), EYE_WHITE, 2.4)
        paper.line("-48,-56 -26,-72 8,-68 18,-46", 7, (0.3, 0.3))
        blush(paper, 44, 14, 3, 1.2)
        paper.line("30,-70 52,-72", 4)
        paper.line("40,-52 60,-52", 4)
