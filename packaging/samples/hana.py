"""A girl in an armchair, with a cat asleep on her lap."""

from curves import band, curve, ellipse
from faces import blush, brow, eye, nose, smile
from paper import Paint, Paper

from models.hints.parts import Part

TAGS = (
    "brown_hair",
    "green_eyes",
    "light_skin",
    "yellow_shirt",
    "blue_pants",
    "red_legwear",
    "red_ribbon",
    "beige_background",
)

HAIR = Paint("#7a4a34", Part.HAIR)
SKIN = Paint("#f6d3bb", Part.SKIN)
IRIS = Paint("#5f8a5a", Part.EYES)
SWEATER = Paint("#e3b04b", Part.TOP)
TROUSERS = Paint("#5b79a6", Part.BOTTOM)
SOCKS = Paint("#d96f5d", Part.LEGWEAR)
SOCKS_PALE = Paint("#f7e8d4", Part.LEGWEAR)
RIBBON = Paint("#d5544f", Part.ORNAMENT)
CAT = Paint("#f0a860")
CAT_PALE = Paint("#fbeedd")
CHAIR = Paint("#6fa59b")
CHAIR_DARK = Paint("#5c9187")
WOOD = Paint("#9a6b45")
MUG = Paint("#f4f1ea")
LEAF = Paint("#6ea45f")
POT = Paint("#c9744e")
RUG = Paint("#ead9c0")
RUG_BAND = Paint("#cf8f76")
BOOKS = (Paint("#4f6d9b"), Paint("#c95f55"), Paint("#e8c56a"))
FRAME = Paint("#b98a5a")
SKY = Paint("#bfe0ea")
SHADE = Paint("#f3d58c")
FLOOR = Paint("#e6cfae")


def draw() -> Paper:
    paper = Paper(1536, 2048, "#f7f0e4", seed=3)
    room(paper)
    with paper.figure(10):
        chair_back(paper)
    plant(paper)
    with paper.figure(10):
        girl(paper)
    with paper.figure(9):
        chair_arms(paper)
    paper.black("300,1764* 1240,1764* 1130,1796 768,1808 410,1796")
    with paper.figure(9):
        slippers(paper)
    books(paper)
    return paper


def room(paper: Paper) -> None:
    paper.shape("-20,1660* 1560,1660* 1560,2070* -20,2070*", FLOOR, 5)
    paper.line("-20,1630 1560,1630", 4, (1, 1))
    for x0, x1, y in (
        (-20, 300, 1730),
        (1300, 1560, 1700),
        (-20, 60, 1960),
        (1380, 1560, 1990),
        (300, 800, 2010),
    ):
        paper.line(f"{x0},{y} {x1},{y}", 3.6, (0.6, 0.2))
    paper.shape(ellipse(760, 1850, 700, 150), RUG_BAND, 6)
    paper.shape(ellipse(760, 1846, 630, 122), RUG, 5)
    lamp(paper)
    picture(paper)
    paper.shape("1130,150* 1420,150* 1420,560* 1130,560*", FRAME, 7)
    paper.shape("1162,182* 1388,182* 1388,528* 1162,528*", SKY, 5)
    with paper.within("1162,182* 1388,182* 1388,528* 1162,528*"):
        paper.shape("1150,470 1210,400 1280,440 1330,380 1400,430 1420,540 1150,540", LEAF, 5)
        paper.shape(
            "1210,285 1190,262 1215,238 1245,222 1278,240 1300,235 1322,258 1312,284 1262,288",
            MUG,
            4,
        )
    paper.shape("1267,182* 1283,182* 1283,528* 1267,528*", FRAME, 4)
    paper.shape("1108,560* 1442,560* 1436,596* 1114,596*", FRAME, 6)
    # bunting
    paper.line("-20,96 220,196 480,214 760,150 1000,-10", 5, (0.8, 0.8))
    for i, (x, y, turn) in enumerate(
        ((70, 138, 22), (205, 192, 16), (345, 214, 5), (490, 214, -4), (915, 60, -34))
    ):
        with paper.placed(x, y, turn=turn):
            paper.shape("-46,0* 46,0* 0,96*", (BOOKS[1], BOOKS[2], LEAF, BOOKS[0], POT)[i], 5.5)


def lamp(paper: Paper) -> None:
    with paper.figure(7):
        paper.shape("1290,1690 1330,1670 1450,1670 1490,1690 1450,1708 1330,1708", WOOD)
        paper.black("1383,930* 1395,930* 1398,1684* 1380,1684*")
        paper.shape("1320,720* 1458,720* 1508,930* 1270,930*", SHADE)
        paper.lines("1350,736 1326,910", "1390,736 1390,916", "1430,736 1454,910", width=4)
    paper.line("1300,934 1298,990", 4.5, (0.8, 0.8))
    paper.shape(ellipse(1298, 1000, 11), RIBBON, 4.5)


def picture(paper: Paper) -> None:
    with paper.placed(168, 490, turn=-3):
        paper.shape("-112,-130* 112,-130* 112,130* -112,130*", FRAME, 6)
        paper.shape("-84,-102* 84,-102* 84,102* -84,102*", MUG, 4.5)
        paper.shape("-66,0 -40,-38 10,-40 40,-8* 66,-36* 64,30* 40,6* 10,40 -40,36", CHAIR, 5)
        paper.line("-20,-34 -8,0 -20,34", 4)
        paper.dot(-44, -8, 5)
        paper.lines("8,-18 16,-4", "10,10 18,18", width=4)
        for x, y, r in ((-58, -58, 9), (-40, -78, 6)):
            paper.shape(ellipse(x, y, r), SKY, 3.6)


def chair_back(paper: Paper) -> None:
    paper.shape(
        "320,1560* 282,1100 262,860 300,640 420,520 600,470 768,458 936,470 1116,520 1236,640 "
        "1274,860 1254,1100 1216,1560*",
        CHAIR,
    )
    paper.line(
        "352,1240 330,1050 322,860 350,690 452,584 610,536 768,526 926,536 1084,584 1186,690 "
        "1214,860 1206,1050 1184,1240",
        4.5,
    )
    for x, y in ((430, 800), (1106, 800), (470, 1040), (1066, 1040)):
        paper.shape(ellipse(x, y, 13), CHAIR_DARK, 4)
        paper.lines(
            f"{x - 16},{y - 8} {x - 44},{y - 22}",
            f"{x + 16},{y - 8} {x + 42},{y - 24}",
            f"{x - 8},{y + 16} {x - 16},{y + 44}",
            f"{x + 8},{y + 16} {x + 14},{y + 46}",
        )


def plant(paper: Paper) -> None:
    with paper.figure(8):
        for spine, widths in (
            ("150,1330 130,1180 90,1060 40,960", "16 70 84 54 2"),
            ("160,1330 176,1150 230,1020 300,930", "16 66 80 50 2"),
            ("155,1330 150,1140 160,960 150,800", "16 80 96 66 2"),
            ("150,1330 80,1250 20,1200 -40,1190", "16 60 70 46 2"),
        ):
            leaf = band(spine, widths)
            paper.shape(leaf, LEAF, 6)
            paper.line(spine, 4, (0.8, 0.05))
    with paper.figure(8):
        paper.shape("40,1330* 270,1330* 246,1560 66,1560", POT)
        paper.shape("24,1290* 286,1290* 280,1350* 30,1350*", POT)
        paper.lines("82,1380 92,1500", "104,1380 110,1450")
        paper.shape("30,1560* 280,1560* 280,1596* 30,1596*", WOOD)
        paper.shape("56,1596* 92,1596* 76,1830* 50,1830*", WOOD)
        paper.shape("220,1596* 256,1596* 262,1830* 236,1830*", WOOD)


def girl(paper: Paper) -> None:
    with paper.placed(752, 690, turn=-7, size=2.3):
        hair_behind(paper)
    # seat cushion
    paper.shape(
        "350,1470 420,1430 768,1420 1120,1430 1186,1470 1190,1600 1150,1640 768,1650 386,1640 "
        "346,1600",
        CHAIR_DARK,
    )
    # body
    paper.shape(
        "640,930* 574,970 520,1040 500,1180 490,1400 1040,1400 1030,1180 1010,1040 956,970 "
        "890,930* 768,965-",
        SWEATER,
    )
    # legs, crossed: the far one first
    paper.shape(
        "760,1380 940,1350 1090,1380 1160,1440 1150,1510 1060,1560 900,1580 700,1590 600,1560 "
        "620,1500",
        TROUSERS,
    )
    for x, y in (
        (700, 1050),
        (700, 1096),
        (700, 1142),
        (752, 1060),
        (752, 1106),
        (648, 1070),
        (648, 1116),
    ):
        paper.line(f"{x - 12},{y - 10} {x},{y + 6}* {x + 12},{y - 10}", 3.6, (0.6, 0.6))
    foot_left(paper)
    paper.shape(
        "780,1370 600,1340 440,1376 372,1440 384,1516 470,1570 640,1590 820,1600 930,1570 "
        "950,1520 900,1480",
        TROUSERS,
    )
    foot_right(paper)
    paper.lines(
        "470,1480 520,1520 600,1540",
        "560,1400 500,1420 460,1450",
        "1080,1470 1040,1510 990,1530",
        "1050,1410 1090,1440",
    )
    neck_and_collar(paper)
    cat(paper)
    arms(paper)
    with paper.figure(8):
        cat_face(paper)
    with paper.placed(752, 690, turn=-7, size=2.3):
        head(paper)


def foot_left(paper: Paper) -> None:
    paper.shape("640,1520 540,1530 440,1548 388,1590 396,1640 470,1656 580,1640 680,1610", SOCKS)


def foot_right(paper: Paper) -> None:
    foot = curve(
        "880,1500 980,1510 1090,1540 1160,1590 1152,1644 1080,1664 960,1640 850,1590", closed=True
    )
    paper.shape(foot, SOCKS)
    with paper.within(foot):
        for x in (930, 1010, 1085):
            paper.shape(
                band(f"{x + 24},1480 {x + 6},1570 {x - 20},1680", "30 30 30"), SOCKS_PALE, 4.5
            )


def neck_and_collar(paper: Paper) -> None:
    paper.shape(
        "660,880 700,860 770,852 840,860 880,886 896,940 850,978 770,990 690,978 640,936", SWEATER
    )
    paper.lines(
        "690,890 684,958",
        "728,880 726,972",
        "770,880 770,976",
        "812,880 816,972",
        "852,894 860,956",
        width=4,
    )


def arms(paper: Paper) -> None:
    # her right arm, at our left: the hand lies on the cat
    paper.shape(
        "604,946 548,974 494,1020 452,1110 428,1210 440,1290 500,1310 600,1306 640,1296* 652,1226* 590,1216 "
        "560,1200 590,1120 610,1040-",
        SWEATER,
    )
    paper.lines("452,1226 490,1250 520,1256", "470,1190 506,1216", "560,1196 540,1180")
    paper.shape("628,1222* 676,1222* 680,1304* 632,1306*", SWEATER)
    hand = (
        "676,1236 720,1222 770,1226 800,1246 806,1266 786,1276 800,1290 780,1304 730,1306 680,1294"
    )
    paper.shape(hand, SKIN)
    paper.lines("784,1276 754,1270", "772,1252 744,1250", "776,1300 748,1290", width=4)
    # her left arm: a mug before her
    paper.shape(
        "928,946 984,974 1044,1016 1090,1110 1116,1210 1110,1290 1060,1320 990,1286 930,1240* 990,1166* 1026,1190 "
        "1020,1130 970,1050-",
        SWEATER,
    )
    paper.lines("1096,1250 1066,1256 1040,1244", "1086,1206 1056,1214")
    with paper.placed(46, 40):
        cup_and_hand(paper)


def cup_and_hand(paper: Paper) -> None:
    mug(paper)
    paper.shape("886,1204* 950,1126* 924,1100* 858,1176*", SWEATER)
    paper.shape(
        "908,1110 880,1076 846,1058 812,1064 800,1086 806,1104 796,1120 808,1138 812,1156 836,1168 872,1172",
        SKIN,
    )
    paper.lines("806,1104 840,1102", "808,1138 842,1132", width=4)


def mug(paper: Paper) -> None:
    with paper.placed(815, 1090, turn=-6):
        paper.shape("60,-30 96,-30 100,30 58,40- 58,18 78,10 78,-12 60,-12-", MUG, 5)
        paper.shape("-68,-70* -62,50 -50,72 50,72 62,50 68,-70*", MUG)
        paper.shape(ellipse(0, -70, 68, 17), Paint("#8a5a3c"), 5)
        with paper.within("-68,-70* -62,50 -50,72 50,72 62,50 68,-70*"):
            paper.shape("0,20 -24,-4 -22,-26 -6,-28 0,-16 6,-28 22,-26 24,-4", RIBBON, 4)
    for spine in ("786,996 772,976 792,956 778,936", "830,992 844,970 828,950 840,928"):
        paper.line(spine, 5)


def cat(paper: Paper) -> None:
    with paper.figure(8):
        body = curve(
            "500,1400 520,1300 620,1236 760,1216 900,1240 990,1320 1000,1410 940,1470 800,1490 "
            "640,1490 540,1462",
            closed=True,
        )
        paper.shape(body, CAT)
        with paper.within(body):
            for stripe in (
                "760,1200 752,1250 770,1290",
                "830,1206 836,1260 860,1300",
                "900,1226 914,1280 944,1310",
                "960,1280 966,1320 990,1350",
            ):
                paper.shape(band(stripe, "26 22 2"), CAT_PALE, 4)
        paper.shape(
            band("985,1400 1010,1470 940,1520 820,1516 700,1500 640,1480", "60 66 62 56 50 40"), CAT
        )
        tip = band("716,1503 680,1496 640,1480", "49 48 40")
        paper.shape(tip, CAT_PALE, 5)


def cat_face(paper: Paper) -> None:
    """The head, asleep on a paw."""
    with paper.placed(566, 1404, turn=-12, size=1.12):
        cat_head(paper)
    paper.shape("600,1478 560,1462 520,1470 506,1490 526,1512 580,1514 620,1504", CAT_PALE, 6)
    paper.lines("524,1484 536,1494", "522,1498 536,1504", width=4)


def cat_head(paper: Paper) -> None:
    face = curve(
        "-104,-8 -112,-60 -100,-112* -60,-90 -30,-76 0,-74 30,-76 60,-90 100,-112* 112,-60 104,-8 "
        "122,22 100,46 60,72 0,82 -60,72 -100,46 -122,22",
        closed=True,
    )
    paper.shape(face, CAT)
    with paper.within(face):
        paper.shape("0,6 26,18 66,40 40,90 -40,90 -66,40 -26,18", CAT_PALE, 4)
        for stripe in ("-4,-84 -2,-48", "-40,-84 -32,-54", "34,-84 30,-54"):
            paper.shape(band(stripe, "17 2"), CAT_PALE, 3.5)
    paper.shape("-92,-66 -90,-92 -66,-74", Paint("#f2b8a8"), 3.5)
    paper.shape("92,-66 90,-92 66,-74", Paint("#f2b8a8"), 3.5)
    for x in (-48, 48):
        paper.line(f"{x - 24},{2} {x - 10},{14} {x + 10},{14} {x + 24},{2}", 6, (0.4, 0.4))
    paper.shape("-11,22 0,19 11,22 0,34", Paint("#e58d86"), 3.5)
    paper.line("-24,40 -12,48 0,36* 12,48 24,40", 4.5, (0.4, 0.4))
    paper.lines("-74,30 -140,22", "-74,40 -136,48", "74,30 140,22", "74,40 136,48", width=3)


def hair_behind(paper: Paper) -> None:
    paper.shape(
        "-60,-120 -118,-70 -132,0 -128,60 -150,110 -132,150* -112,138 -120,176* -84,150 -70,170* -40,140 "
        "40,140 70,172* 84,150 118,180* 112,140 136,152* 150,108 130,60 132,0 118,-70 60,-120",
        HAIR,
        5.5,
    )
    paper.lines(
        "-124,10 -116,60 -134,110",
        "-104,60 -104,110 -122,150",
        "124,20 118,70 132,110",
        "104,60 104,116 114,160",
        "-84,90 -80,130",
        "84,90 80,130",
        width=4,
    )


def head(paper: Paper) -> None:
    # bun with a ribbon
    bun = curve("-10,-132 -44,-150 -52,-186 -24,-214 18,-214 50,-188 44,-150 12,-132", closed=True)
    paper.shape(bun, HAIR, 5.5)
    paper.lines("-30,-160 -20,-190 10,-200", "-14,-150 6,-170 34,-176", "20,-146 34,-160")
    paper.shape(
        "-92,-20 -95,20 -84,60 -46,94 0,105 46,94 84,60 95,20 92,-20 60,-100 0,-115 -60,-100",
        SKIN,
        5.5,
    )
    for side in (-1, 1):
        eye(paper, side * 41 - 4, 22, IRIS, outer=side, wide=42, high=48, look=(-3, 5), lid=0.14)
        brow(paper, side * 43 - 4, -22, outer=side, wide=34, lift=7, width=6)
        blush(paper, side * 66 - 4, 56)
    nose(paper, -6, 48, 8, -1)
    smile(paper, -5, 68, 32, 9)
    fringe = curve(
        "-100,72* -116,40 -124,-10 -112,-76 -66,-128 0,-146 66,-128 112,-76 124,-10 116,40 104,76* 94,40 "
        "92,0 80,-34* 74,-14 58,4* 56,-20 40,-48* 34,-22 8,6* 10,-22 -4,-52* -14,-22 -40,4* -36,-24 -48,-48* "
        "-58,-20 -76,10 -86,40",
        closed=True,
    )
    paper.shape(fringe, HAIR, 5.5)
    paper.lines(
        "10,-142 34,-110 46,-70",
        "-4,-142 -14,-108 -14,-76",
        "22,-140 70,-104 92,-50",
        "-20,-140 -66,-108 -92,-50",
        "-12,-142 -40,-104 -54,-64",
        "100,-20 106,20 102,48",
        "-104,-20 -110,20 -104,44",
        width=3.6,
    )
    with paper.placed(0, -138, turn=4):
        paper.shape("-6,0 -34,-26 -62,-30 -70,-6 -62,22 -34,20", RIBBON, 5)
        paper.shape("6,0 34,-26 62,-30 70,-6 62,22 34,20", RIBBON, 5)
        paper.shape(ellipse(0, -2, 14, 15), RIBBON, 5)
        paper.lines("-18,-6 -40,-10", "-18,2 -38,6", "18,-6 40,-10", "18,2 38,6", width=3.4)


def chair_arms(paper: Paper) -> None:
    for flip in (False, True):
        with paper.placed(1536 if flip else 0, 0, flip=flip):
            paper.shape(
                "230,1290 270,1220 340,1210 400,1250 420,1320 410,1400 400,1700* 250,1700* 240,1400",
                CHAIR,
            )
            paper.shape(ellipse(326, 1306, 84, 80), CHAIR)
            paper.line(
                "326,1306 340,1300 350,1318 332,1336 304,1324 300,1290 330,1264 368,1284 376,1320",
                4.5,
            )
            paper.shape("270,1760* 340,1760* 326,1836* 290,1836*", WOOD)
    paper.shape("400,1640* 1136,1640* 1136,1700* 400,1700*", CHAIR)
    paper.shape("236,1700* 1300,1700* 1290,1764 246,1764", CHAIR_DARK)


def slippers(paper: Paper) -> None:
    for x, turn in ((640, -8), (850, 10)):
        with paper.placed(x, 1880, turn=turn):
            paper.shape("-84,-14 -60,-46 0,-54 64,-40 92,-6 70,30 0,44 -64,34", SOCKS)
            paper.shape("-40,-44 10,-52 60,-40 74,-16 40,-2 -10,-8", CAT_PALE, 5)
            paper.shape(ellipse(-70, -8, 20), CAT_PALE, 5)


def books(paper: Paper) -> None:
    with paper.figure(8):
        for i, (x, y, w, turn) in enumerate(
            ((1340, 1880, 150, 2), (1330, 1822, 130, -3), (1346, 1766, 120, 4))
        ):
            with paper.placed(x, y, turn=turn):
                paper.shape(f"{-w},-28* {w},-28* {w},28* {-w},28*", BOOKS[i], 6)
                paper.shape(
                    f"{-w * 0.96},-16* {-w * 0.5},-16* {-w * 0.5},16* {-w * 0.96},16*", MUG, 4
                )
                paper.line(f"{-w * 0.9},-4 {-w * 0.56},-4", 2.6)
                paper.line(f"{-w * 0.9},6 {-w * 0.56},6", 2.6)
