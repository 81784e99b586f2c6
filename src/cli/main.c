/* main.c - the command line: finds the command, runs it, ends with its exit status. */
#include <stdio.h>

int main(void)
{
    puts("bluebook " BB_VERSION);
    return 0;
}
