# report.awk - invents an inspection report: what tests/bench/run.sh measures with.
#
#   awk -f report.awk -v chapters=8 -v charts=DIR >report.xml
#
# Eight chapters make some 60 pages: 64 subsections with 219 numbered paragraphs, 30 tables, 15
# boxes, 12 charts and 40 footnotes, about 21,500 words. Other numbers of chapters go on in the same
# way. The charts are written as SVG files into the folder charts. The same call always gives the
# same report: numbers come from a generator of its own, for those of awk differ.

function random(n) { # 0 … n - 1
    state = (state * 16807) % 2147483647
    return state % n
}

function chance(percent) { return random(100) < percent }

function pick(list, count) { return list[1 + random(count)] }

function capital(s) { return toupper(substr(s, 1, 1)) substr(s, 2) }

function number(    kind) {
    kind = random(4)
    if (kind == 0) return (5 + random(90)) "%"
    if (kind == 1) return (2 + random(40)) " of " (42 + random(70))
    if (kind == 2) return "£" (1 + random(800)) "," (100 + random(900))
    return "page " (2 + random(80))
}

function thing(    n) {
    n = pick(noun, nouns)
    if (chance(60)) n = pick(quality, qualities) " " n
    return pick(article, articles) " " n
}

function clause(    s) {
    s = thing() (chance(30) ? " " pick(manner, manners) : "") " " pick(deed, deeds) " " thing()
    if (chance(55)) s = s " " pick(relation, relations) " " thing()
    if (chance(12)) s = s " (" number() ")"
    return s
}

function sentence(    s) {
    s = clause()
    if (chance(45)) s = s ", " pick(link, links) " " clause()
    if (chance(10)) s = s " – " thing() " " pick(relation, relations) " " thing() " –"
    if (chance(10)) s = s ", ‘" clause() "’"
    if (chance(25)) s = pick(opening, openings) ", " s
    sub(/ –$/, "", s)
    return capital(s) "."
}

function words(s,    parts) { return split(s, parts, " ") }

# Sentences until there are so many words; note, when there is one, stands after the first of them.
function prose(least, note,    s, all) {
    all = ""
    do {
        s = sentence()
        all = all (all == "" ? "" : " ") s
        if (note != "") {
            all = all note
            note = ""
        }
    } while (words(all) < least)
    return all
}

function title() { return capital(pick(quality, qualities)) " " pick(noun, nouns) " " pick(relation, relations) " " pick(noun, nouns) }

function footnote() {
    footnotes++
    return "<note n=\"" footnotes "\">" prose(14, "") "</note>"
}

function paragraph(note) {
    paragraphs++
    print "<para n=\"" paragraphs "\">" prose(pick(length_of, lengths), note) "</para>"
}

function table(    r) {
    tables++
    print "<table id=\"t" tables "\" n=\"" tables "\"><caption>" title() "</caption>"
    print "<head><c>Case</c><c>Area</c><c>What was seen</c><c>Before</c><c>Now</c><c>Shift</c><c>Judgement</c></head>"
    for (r = 1; r <= 6; r++)
        print "<row><c>" tables "." r "</c><c>" capital(pick(quality, qualities)) " " pick(noun, nouns) \
            "</c><c>" capital(thing()) " " pick(deed, deeds) " " thing() "</c><c>" (15 + random(80)) \
            "%</c><c>" (15 + random(80)) "%</c><c>" (chance(50) ? "+" : "−") random(40) "</c><c>" \
            pick(rating, ratings) "</c></row>"
    print "</table>"
}

function box() {
    boxes++
    print "<box><title>" title() "</title><p>" prose(45, "") "</p></box>"
}

function bar(i, name, value,    x, w, h) {
    x = 46 + (i - 1) * 56
    w = 44
    h = value * 1.5
    return "<rect x=\"" x "\" y=\"" (170 - h) "\" width=\"" w "\" height=\"" h "\" fill=\"#" \
        (i % 2 ? "1d5a96" : "4f8fc0") "\"/><text x=\"" (x + w / 2) "\" y=\"" (166 - h) \
        "\" text-anchor=\"middle\" font-weight=\"bold\">" value "%</text><text x=\"" (x + w / 2) \
        "\" y=\"184\" text-anchor=\"middle\">" name "</text>"
}

function chart(    i, name, value, alt, svg, y) {
    drawn++
    svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"453pt\" height=\"200pt\" viewBox=\"0 0 453 200\" font-family=\"Liberation Sans\" font-size=\"8\">"
    for (i = 0; i <= 100; i += 20) {
        y = 170 - i * 1.5
        svg = svg "<path d=\"M40 " y "H443\" stroke=\"#ccc\" stroke-width=\"0.5\"/><text x=\"34\" y=\"" \
            (y + 3) "\" text-anchor=\"end\">" i "%</text>"
    }
    alt = "Bars:"
    for (i = 1; i <= 7; i++) {
        name = capital(pick(noun, nouns))
        value = 6 + random(92)
        svg = svg bar(i, name, value)
        alt = alt " " name " " value "%" (i < 7 ? "," : ".")
    }
    print svg "<path d=\"M40 170H443\" stroke=\"#111\"/></svg>" >(charts "/c" drawn ".svg")
    close(charts "/c" drawn ".svg")
    print "<chart id=\"g" drawn "\" n=\"" drawn "\" href=\"charts/c" drawn ".svg\" alt=\"" alt \
        "\"><caption>" title() "</caption></chart>"
}

# Whether the so-manieth of 64 subsections is one of those, evenly spread, that have the thing.
function due(i, of_64) { return int(i * of_64 / 64) > int((i - 1) * of_64 / 64) }

function subsection(i,    n, last, note) {
    last = 3 + due(i, 27)
    for (n = 1; n <= last; n++) {
        note = ""
        if (n == 1 && due(i, 40)) note = footnote()
        paragraph(note)
        if (n > 1) continue
        if (due(i, 30)) table()
        if (due(i, 15)) box()
        if (due(i, 12)) chart()
    }
}

function open_part(name, id, num) {
    print "<" name " id=\"" id "\" num=\"" num "\"><title>" title() "</title>"
}

BEGIN {
    state = 20261
    articles = split("the|the|the|its|their|each|this|that|one|every|another|no", article, "|")
    qualities = split("careful|early|written|shared|weekly|missing|strong|patchy|thorough|open|local|recent|daily|agreed|clear|late|steady|frank|formal|joint|earlier|planned|unplanned|reliable|measured|hurried|detailed|outdated|practical|independent", quality, "|")
    nouns = split("manager|case|plan|review|officer|report|visit|record|partner|court|hostel|order|interview|victim|programme|referral|supervisor|assessment|activity|contact|sentence|breach|panel|survey|team|workload|timetable|budget|induction|letter|decision|meeting|agency|risk|need|barrier|sample|index|strategy|placement|community|project|volunteer|appointment|family|accommodation|employment|information", noun, "|")
    deeds = split("showed|met|missed|followed|recorded|reached|supported|delayed|explained|considered|replaced|included|answered|improved|weakened|changed|checked|informed|described|overtook|completed|questioned|led|used", deed, "|")
    manners = split("often|rarely|promptly|plainly|openly|soon|mostly|seldom|carefully|partly|usually|willingly", manner, "|")
    relations = split("for|with|after|before|without|under|near|within|during|against|beside|between", relation, "|")
    links = split("and|but|while|because|so|although|where|whereas", link, "|")
    openings = split("In our sample|Last year|More often than not|On the other hand|By contrast|When we asked|In three cases|Since then|At best|All in all", opening, "|")
    ratings = split("Sufficient|Mostly sufficient|Too seldom done|Not seen", rating, "|")
    lengths = split("54|66|78|90|98", length_of, "|")
    if (!chapters) chapters = 8
    if (charts == "") charts = "charts"

    print "<report xml:lang=\"en-GB\"><title>What we saw, and what it was made of: an invented inspection</title>"
    print "<author>The Office of Invented Inspections</author>"
    for (c = 1; c <= chapters; c++) {
        open_part("chapter", "c" c, c)
        for (s = 1; s <= 4; s++) {
            open_part("section", "c" c "s" s, c "." s)
            for (u = 1; u <= 2; u++) {
                open_part("subsection", "c" c "s" s "u" u, c "." s "." u)
                subsection(++done)
                print "</subsection>"
            }
            print "</section>"
        }
        print "</chapter>"
    }
    print "</report>"
}
