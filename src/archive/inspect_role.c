/* inspect_role.c - the table of standard structure types. */
#include "archive/inspect_role.h"

#include <glib.h>
#include <string.h>

static const bb_role ROLES[] = {
    /* grouping (14.8.4.2) */
    {"Document", NULL, NULL, 0},
    {"Part", NULL, NULL, 0},
    {"Art", NULL, NULL, 0},
    {"Sect", NULL, NULL, 0},
    {"Div", NULL, NULL, 0},
    {"BlockQuote", NULL, NULL, 0},
    {"Caption", NULL, NULL, 0},
    {"TOC", NULL, " TOC TOCI Caption ", 0},
    {"TOCI", " TOC ", " Lbl Reference NonStruct P TOC ", 0},
    {"Index", NULL, NULL, 0},
    {"NonStruct", NULL, NULL, 0},
    {"Private", NULL, NULL, 0},
    /* paragraphs, lists, tables (14.8.4.3) */
    {"P", NULL, NULL, 0},
    {"H", NULL, NULL, 0},
    {"H1", NULL, NULL, 1},
    {"H2", NULL, NULL, 2},
    {"H3", NULL, NULL, 3},
    {"H4", NULL, NULL, 4},
    {"H5", NULL, NULL, 5},
    {"H6", NULL, NULL, 6},
    {"L", NULL, " L LI Caption ", 0},
    {"LI", " L ", " Lbl LBody ", 0},
    {"Lbl", NULL, NULL, 0},
    {"LBody", " LI ", NULL, 0},
    {"Table", NULL, " TR THead TBody TFoot Caption ", 0},
    {"TR", " Table THead TBody TFoot ", " TH TD ", 0},
    {"TH", " TR ", NULL, 0},
    {"TD", " TR ", NULL, 0},
    {"THead", " Table ", " TR ", 0},
    {"TBody", " Table ", " TR ", 0},
    {"TFoot", " Table ", " TR ", 0},
    /* inline (14.8.4.4) */
    {"Span", NULL, NULL, 0},
    {"Quote", NULL, NULL, 0},
    {"Note", NULL, NULL, 0},
    {"Reference", NULL, NULL, 0},
    {"BibEntry", NULL, NULL, 0},
    {"Code", NULL, NULL, 0},
    {"Link", NULL, NULL, 0},
    {"Annot", NULL, NULL, 0},
    {"Ruby", NULL, " RB RT RP ", 0},
    {"RB", " Ruby ", NULL, 0},
    {"RT", " Ruby ", NULL, 0},
    {"RP", " Ruby ", NULL, 0},
    {"Warichu", NULL, " WT WP ", 0},
    {"WT", " Warichu ", NULL, 0},
    {"WP", " Warichu ", NULL, 0},
    /* illustrations (14.8.4.5) */
    {"Figure", NULL, NULL, 0},
    {"Formula", NULL, NULL, 0},
    {"Form", NULL, NULL, 0},
};

const bb_role *bb_role_find(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(ROLES); i++) {
        if (strcmp(ROLES[i].name, name) == 0)
            return &ROLES[i];
    }
    return NULL;
}
