# GH_HARDENING: flags that make memory errors harmless, where the compiler and
# the processor have them.  What was found is put into HARDEN_CFLAGS and
# HARDEN_LDFLAGS; tests/house/hardening.sh reads the built program.
AC_DEFUN([GH_TRY_CFLAG], [
  AC_CACHE_CHECK([whether $CC takes $1], [AS_TR_SH([gh_cv_flag_$1])], [
    gh_saved=$CFLAGS
    CFLAGS="$CFLAGS -Werror $1"
    AC_COMPILE_IFELSE([AC_LANG_PROGRAM([], [])],
      [AS_TR_SH([gh_cv_flag_$1])=yes], [AS_TR_SH([gh_cv_flag_$1])=no])
    CFLAGS=$gh_saved])
  AS_VAR_IF([AS_TR_SH([gh_cv_flag_$1])], [yes],
    [HARDEN_CFLAGS="$HARDEN_CFLAGS $1"], [$2])])

AC_DEFUN([GH_TRY_LDFLAG], [
  AC_CACHE_CHECK([whether the linker takes $1], [AS_TR_SH([gh_cv_ld_$1])], [
    gh_saved=$LDFLAGS
    LDFLAGS="$LDFLAGS $1"
    AC_LINK_IFELSE([AC_LANG_PROGRAM([], [])],
      [AS_TR_SH([gh_cv_ld_$1])=yes], [AS_TR_SH([gh_cv_ld_$1])=no])
    LDFLAGS=$gh_saved])
  AS_VAR_IF([AS_TR_SH([gh_cv_ld_$1])], [yes],
    [HARDEN_LDFLAGS="$HARDEN_LDFLAGS $1"])])

AC_DEFUN([GH_HARDENING], [
  HARDEN_CFLAGS=
  HARDEN_LDFLAGS=
  GH_TRY_CFLAG([-fPIE])
  GH_TRY_CFLAG([-fstack-protector-strong])
  GH_TRY_CFLAG([-fstack-clash-protection])
  AS_CASE([$host_cpu$(uname -m)],
    [*x86_64*], [GH_TRY_CFLAG([-fcf-protection=full])],
    [*aarch64*], [GH_TRY_CFLAG([-mbranch-protection=standard])])
  GH_TRY_CFLAG([-ftrivial-auto-var-init=zero],
    [GH_TRY_CFLAG([-ftrivial-auto-var-init=pattern])])
  GH_TRY_LDFLAG([-pie])
  GH_TRY_LDFLAG([-Wl,-z,relro])
  GH_TRY_LDFLAG([-Wl,-z,now])
  GH_TRY_LDFLAG([-Wl,-z,noexecstack])
  AC_SUBST([HARDEN_CFLAGS])
  AC_SUBST([HARDEN_LDFLAGS])
  FORTIFY_CPPFLAGS="-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2"
  AC_SUBST([FORTIFY_CPPFLAGS])])

AC_DEFUN([GH_SANITIZERS], [
  AC_ARG_ENABLE([sanitizers],
    [AS_HELP_STRING([--enable-sanitizers], [build with ASan and UBSan])],
    [], [enable_sanitizers=no])
  SANITIZE_CFLAGS=
  AS_IF([test "x$enable_sanitizers" != xno], [
    SANITIZE_CFLAGS="-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer"
    FORTIFY_CPPFLAGS=])
  AC_SUBST([SANITIZE_CFLAGS])
  AM_CONDITIONAL([SANITIZERS], [test "x$enable_sanitizers" != xno])])
