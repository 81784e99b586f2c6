/* test_inspect_faults.c - one fault of each kind is planted in a PDF that conforms, and the
 * inspection finds that one and nothing else. */
#include "archive/inspect.h"
#include "base/text.h"
#include "check_run.h"
#include "pdf_sample.h"

#include <string.h>

typedef struct {
    const char *codes; /* of the messages, sorted, with spaces between; each may be given often */
    const char *from, *to;
    const char *from_too, *to_too; /* a second passage, or NULL */
} fault;

static const fault FAULTS[] = {
#define FAULT(codes, from, to) {codes, from, to, NULL, NULL},
#define FAULT_OF_TWO(codes, from, to, from_too, to_too) {codes, from, to, from_too, to_too},
#include "inspect/faults.def"
#undef FAULT
#undef FAULT_OF_TWO
};

/* The codes of all messages, each once, sorted. */
static char *codes_of(const bb_diag *diag)
{
    g_autoptr(GPtrArray) codes = g_ptr_array_new();
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

    for (size_t i = 0; i < bb_diag_count(diag); i++) {
        const char *code = bb_diag_entry_at(diag, i)->code;
        if (g_hash_table_add(seen, (void *)code))
            g_ptr_array_add(codes, (void *)code);
    }
    g_ptr_array_sort(codes, (GCompareFunc)bb_text_compare);
    g_ptr_array_add(codes, NULL);
    return g_strjoinv(" ", (char **)codes->pdata);
}

static char *plant(const fault *f)
{
    char *text = bb_sample_replace(bb_sample_text(), f->from, f->to);

    ck_assert_msg(text != NULL, "not once in the sample: %s", f->from);
    if (f->from_too != NULL) {
        char *again = bb_sample_replace(text, f->from_too, f->to_too);
        ck_assert_msg(again != NULL, "not once in the sample: %s", f->from_too);
        g_free(text);
        text = again;
    }
    return text;
}

START_TEST(a_planted_fault_is_found)
{
    const fault *f = &FAULTS[_i];
    g_autoptr(bb_diag) diag = bb_diag_new();
    g_autofree char *text = plant(f);
    g_autoptr(GBytes) pdf = bb_sample_write(text);

    ck_assert(bb_inspect(pdf, "planted.pdf", diag, NULL));
    g_autofree char *codes = codes_of(diag);
    ck_assert_msg(strcmp(codes, f->codes) == 0, "planted %s (%s): found %s", f->codes, f->to,
                  codes);
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("inspect_faults");

    tcase_add_loop_test(tests, a_planted_fault_is_found, 0, (int)G_N_ELEMENTS(FAULTS));
    return bb_check_run("inspect_faults", tests);
}
