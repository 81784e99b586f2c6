/* test_findings_isbn.c - check digits; the first number is the Devon & Cornwall report's own. */
#include "findings/isbn.h"

#include "check_run.h"

static void expect(const char *text, bb_isbn_verdict verdict, char digit)
{
    char wanted = '?';

    ck_assert_msg(bb_isbn_check(text, &wanted) == verdict, "%s", text);
    ck_assert_int_eq(wanted, digit);
}

START_TEST(thirteen_digits)
{
    expect("978-1-84099-103-1", BB_ISBN_GOOD, '1');
    expect("978-1-84099-103-2", BB_ISBN_WRONG_DIGIT, '1');
    /* Two digits changed places. */
    expect("978-1-84909-103-1", BB_ISBN_WRONG_DIGIT, '9');
}
END_TEST

START_TEST(ten_digits)
{
    expect("0-19-852663-6", BB_ISBN_GOOD, '6');
    expect("0 19 852663 7", BB_ISBN_WRONG_DIGIT, '6');
    expect("0-8044-2957-X", BB_ISBN_GOOD, 'X');
    expect("0-8044-2957-x", BB_ISBN_GOOD, 'X');
    expect("0-8044-2957-1", BB_ISBN_WRONG_DIGIT, 'X');
}
END_TEST

START_TEST(anything_else)
{
    expect("", BB_ISBN_NO_ISBN, '?');
    expect("978-1-84099-103", BB_ISBN_NO_ISBN, '?');
    expect("978-1-84099-103-11", BB_ISBN_NO_ISBN, '?');
    expect("ISBN 978-1-84099-103-1", BB_ISBN_NO_ISBN, '?');
    expect("978-1-8409-X-103-1", BB_ISBN_NO_ISBN, '?');
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("isbn");

    tcase_add_test(tests, thirteen_digits);
    tcase_add_test(tests, ten_digits);
    tcase_add_test(tests, anything_else);
    return bb_check_run("isbn", tests);
}
