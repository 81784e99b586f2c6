/* check_run.h - the main function that every unit test shares. */
#ifndef BB_TESTS_CHECK_RUN_H
#define BB_TESTS_CHECK_RUN_H

#include <check.h>
#include <stdlib.h>

/* Runs the tests of one case and gives the exit status. */
static inline int bb_check_run(const char *name, TCase *tests)
{
    Suite *suite = suite_create(name);

    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

#endif
