#!/bin/sh
# kind_build.sh DIR: the program with one kind of asset more, as DIR/src/gatehouse: a copy
# of the sources gets one file and one word, the registry is made anew, and what was
# built already is linked with it.  Says what it finds wrong; ends with 0 if built.
dir=$1 name=outlet
src=${srcdir_abs:?} build=${builddir_abs:?}
mkdir -p "$dir/src" && cp -R "$src/src/." "$dir/src" && chmod -R u+w "$dir/src" || exit 1

# No file may know it but its own.
if grep -rli "$name" "$dir/src"; then
	echo "the sources name $name already"
	exit 1
fi
cp "$src/tests/cli/$name.c" "$dir/src/model/kinds/" || exit 1
sed "s,%D%/kinds/file_integration.c,& %D%/kinds/$name.c," \
	"$dir/src/model/local.mk" >"$dir/local.mk" || exit 1
cat "$dir/local.mk" >"$dir/src/model/local.mk"

# The list that automake would hand to the registry.
kinds=$(awk '/^KINDS =/ { on = 1; sub(/.*=/, "") }
	on { line = $0; more = sub(/\\$/, "", line); print line; on = more }' \
	"$dir/src/model/local.mk" | sed 's,%D%,src/model,g')
case $kinds in *"/$name.c"*) ;; *) echo "no $name in the list: $kinds"; exit 1 ;; esac
sh "$src/build-aux/registry.sh" asset_kind model/kind.h $kinds \
	>"$dir/src/model/kind_registry.c" || exit 1

cd "$build" || exit 1
# Words for the linker are none for the compiler, which clang says.
compile=$(echo "$GATEHOUSE_BUILD " | sed 's/ -Wl,[^ ]*//g; s/ -pie / /g')
for one in kinds/$name kind_registry; do
	$compile -c "$dir/src/model/$one.c" -o "$dir/$(basename $one).o" || exit 1
done
$GATEHOUSE_BUILD -o "$dir/src/gatehouse" src/main.o "$dir/$name.o" \
	"$dir/kind_registry.o" $GATEHOUSE_LIBS
