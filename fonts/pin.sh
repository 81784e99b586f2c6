#!/bin/sh
# pin.sh - writes fonts/manifest.txt from the files that fonts/fonts.conf accepts and that are installed.
set -eu
cd "$(dirname "$0")"
{
    echo "# SHA-256, Debian package and version, file. Written by fonts/pin.sh."
    sed -n 's|.*<acceptfont><glob>\(.*\)</glob></acceptfont>.*|\1|p' fonts.conf | while read -r file; do
        package=$(dpkg-query -S "$file" | sed 's/:.*//')
        version=$(dpkg-query -W -f '${Version}' "$package")
        printf '%s  %s %s  %s\n' "$(sha256sum "$file" | cut -d' ' -f1)" "$package" "$version" "$file"
    done
} >manifest.txt
