# actual.sh - what the program says of a case; read by run.sh and bless.sh.
#
# A case is a folder. The expected file in it decides what is run:
#   expected.diag   bluebook check report.xml: standard error, then "exit STATUS"

# Every case of the topics below, blessed or not.
cases() {
    find "$goldens/diagnostics" -name report.xml -exec dirname {} \; | sort
}

actual_diag() {
    (
        cd "$1" || exit 2
        status=0
        "$bluebook" check report.xml 2>&1 >/dev/null || status=$?
        echo "exit $status"
    )
}
