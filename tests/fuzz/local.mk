# Fuzz targets: here with a plain driver (the corpus, then 20,000 seeded runs), by
# "make fuzz" with clang's libFuzzer.
FUZZ = text json csv scenario envelope key url lines checkpoint pkt store
FUZZ_TESTS = tests/fuzz/fuzz_text tests/fuzz/fuzz_json tests/fuzz/fuzz_csv \
	tests/fuzz/fuzz_scenario tests/fuzz/fuzz_envelope tests/fuzz/fuzz_key \
	tests/fuzz/fuzz_url tests/fuzz/fuzz_lines tests/fuzz/fuzz_checkpoint \
	tests/fuzz/fuzz_pkt tests/fuzz/fuzz_store
# Fuzz targets: here with a plain driver (the corpus, then 20,000 seeded runs; a store file
# takes longer than all others together, so fewer), by "make fuzz" with clang's libFuzzer.
FUZZ = text json csv scenario envelope key url s3 store
FUZZ_TESTS = tests/fuzz/fuzz_text tests/fuzz/fuzz_json tests/fuzz/fuzz_csv \
	tests/fuzz/fuzz_scenario tests/fuzz/fuzz_envelope tests/fuzz/fuzz_key \
	tests/fuzz/fuzz_url tests/fuzz/fuzz_s3 tests/fuzz/fuzz_store
# Fuzz targets: here with a plain driver (the corpus, then 20,000 seeded runs; a store file
# takes longer than all others together, so fewer), by "make fuzz" with clang's libFuzzer.
FUZZ = text json csv scenario envelope key url origin head store
FUZZ_TESTS = tests/fuzz/fuzz_text tests/fuzz/fuzz_json tests/fuzz/fuzz_csv \
	tests/fuzz/fuzz_scenario tests/fuzz/fuzz_envelope tests/fuzz/fuzz_key \
	tests/fuzz/fuzz_url tests/fuzz/fuzz_origin tests/fuzz/fuzz_head tests/fuzz/fuzz_store
check_PROGRAMS += $(FUZZ_TESTS)
FUZZ_DRIVER = %D%/driver.c %D%/fuzz.h
FUZZ_CPPFLAGS = $(AM_CPPFLAGS) -DFUZZ_RUNS_SHORT=20000
FUZZ_LIBS = $(SQLITE_LIBS) $(SODIUM_LIBS) $(JANSSON_LIBS) $(UTF8PROC_LIBS) -lpthread
tests_fuzz_fuzz_text_SOURCES = %D%/fuzz_text.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_text_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_text_LDADD = $(BASE) $(FUZZ_LIBS)
tests_fuzz_fuzz_json_SOURCES = %D%/fuzz_json.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_json_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_json_LDADD = $(MODEL) $(FUZZ_LIBS)
tests_fuzz_fuzz_csv_SOURCES = %D%/fuzz_csv.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_csv_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_csv_LDADD = $(BASE) $(FUZZ_LIBS)
tests_fuzz_fuzz_scenario_SOURCES = %D%/fuzz_scenario.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_scenario_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_scenario_LDADD = $(ACTION) $(FUZZ_LIBS)
tests_fuzz_fuzz_envelope_SOURCES = %D%/fuzz_envelope.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_envelope_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_envelope_LDADD = $(VAULT) $(FUZZ_LIBS)
tests_fuzz_fuzz_key_SOURCES = %D%/fuzz_key.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_key_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_key_LDADD = $(UI) $(FUZZ_LIBS)
tests_fuzz_fuzz_url_SOURCES = %D%/fuzz_url.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_url_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_url_LDADD = $(MODEL) $(FUZZ_LIBS)
tests_fuzz_fuzz_lines_SOURCES = %D%/fuzz_lines.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_lines_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_lines_LDADD = $(MODEL) $(FUZZ_LIBS)
tests_fuzz_fuzz_checkpoint_SOURCES = %D%/fuzz_checkpoint.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_checkpoint_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_checkpoint_LDADD = $(STORE) $(FUZZ_LIBS)
tests_fuzz_fuzz_pkt_SOURCES = %D%/fuzz_pkt.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_pkt_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_pkt_LDADD = src/connect/libconnect.a $(MODEL) $(FUZZ_LIBS)
tests_fuzz_fuzz_s3_SOURCES = %D%/fuzz_s3.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_s3_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_s3_LDADD = src/connect/libconnect.a $(BASE) $(EXPAT_LIBS) $(FUZZ_LIBS)
tests_fuzz_fuzz_origin_SOURCES = %D%/fuzz_origin.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_origin_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_origin_LDADD = src/net/libnet.a $(MODEL) $(CURL_LIBS) $(OPENSSL_LIBS) $(FUZZ_LIBS)
tests_fuzz_fuzz_head_SOURCES = %D%/fuzz_head.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_head_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_head_LDADD = src/net/libnet.a $(MODEL) $(CURL_LIBS) $(OPENSSL_LIBS) $(FUZZ_LIBS)
tests_fuzz_fuzz_store_SOURCES = %D%/fuzz_store.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_store_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_store_LDADD = $(STORE) $(FUZZ_LIBS)

# The driver must find what is planted.
EXTRA_PROGRAMS += tests/fuzz/fuzz_planted
CLEANFILES += tests/fuzz/fuzz_planted$(EXEEXT)
tests_fuzz_fuzz_planted_SOURCES = %D%/fuzz_planted.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_planted_CPPFLAGS = $(FUZZ_CPPFLAGS)
dist_check_SCRIPTS += %D%/planted.sh
%D%/planted.log: tests/fuzz/fuzz_planted$(EXEEXT)
EXTRA_DIST += %D%/fuzz.sh
EXTRA_DIST += %D%/corpus/checkpoint/found-1
EXTRA_DIST += %D%/corpus/checkpoint/found-2
EXTRA_DIST += %D%/corpus/checkpoint/found-3
EXTRA_DIST += %D%/corpus/checkpoint/found-4
EXTRA_DIST += %D%/corpus/checkpoint/found-5
EXTRA_DIST += %D%/corpus/checkpoint/found-6
EXTRA_DIST += %D%/corpus/checkpoint/lines
EXTRA_DIST += %D%/corpus/checkpoint/other
EXTRA_DIST += %D%/corpus/checkpoint/state
EXTRA_DIST += %D%/corpus/checkpoint/turned
EXTRA_DIST += %D%/corpus/checkpoint/whole
EXTRA_DIST += %D%/corpus/csv/broken
EXTRA_DIST += %D%/corpus/csv/bytes
EXTRA_DIST += %D%/corpus/csv/found-1
EXTRA_DIST += %D%/corpus/csv/found-2
EXTRA_DIST += %D%/corpus/csv/found-3
EXTRA_DIST += %D%/corpus/csv/found-4
EXTRA_DIST += %D%/corpus/csv/found-5
EXTRA_DIST += %D%/corpus/csv/found-6
EXTRA_DIST += %D%/corpus/csv/guard
EXTRA_DIST += %D%/corpus/csv/plain
EXTRA_DIST += %D%/corpus/envelope/cut
EXTRA_DIST += %D%/corpus/envelope/found-1
EXTRA_DIST += %D%/corpus/envelope/found-2
EXTRA_DIST += %D%/corpus/envelope/found-3
EXTRA_DIST += %D%/corpus/envelope/found-4
EXTRA_DIST += %D%/corpus/envelope/found-5
EXTRA_DIST += %D%/corpus/envelope/found-6
EXTRA_DIST += %D%/corpus/envelope/keys
EXTRA_DIST += %D%/corpus/envelope/paper
EXTRA_DIST += %D%/corpus/envelope/turned
EXTRA_DIST += %D%/corpus/envelope/untouched
EXTRA_DIST += %D%/corpus/head/bare
EXTRA_DIST += %D%/corpus/head/interim
EXTRA_DIST += %D%/corpus/head/nul
EXTRA_DIST += %D%/corpus/head/plain
EXTRA_DIST += %D%/corpus/head/status
EXTRA_DIST += %D%/corpus/json/deep
EXTRA_DIST += %D%/corpus/json/found-1
EXTRA_DIST += %D%/corpus/json/found-2
EXTRA_DIST += %D%/corpus/json/found-3
EXTRA_DIST += %D%/corpus/json/found-4
EXTRA_DIST += %D%/corpus/json/found-5
EXTRA_DIST += %D%/corpus/json/found-6
EXTRA_DIST += %D%/corpus/json/least
EXTRA_DIST += %D%/corpus/json/odd
EXTRA_DIST += %D%/corpus/json/whole
EXTRA_DIST += %D%/corpus/json/wrong
EXTRA_DIST += %D%/corpus/key/arrows
EXTRA_DIST += %D%/corpus/key/found-1
EXTRA_DIST += %D%/corpus/key/found-2
EXTRA_DIST += %D%/corpus/key/found-3
EXTRA_DIST += %D%/corpus/key/found-4
EXTRA_DIST += %D%/corpus/key/found-5
EXTRA_DIST += %D%/corpus/key/found-6
EXTRA_DIST += %D%/corpus/key/mouse
EXTRA_DIST += %D%/corpus/key/paste
EXTRA_DIST += %D%/corpus/key/replies
EXTRA_DIST += %D%/corpus/key/torn
EXTRA_DIST += %D%/corpus/lines/accounts
EXTRA_DIST += %D%/corpus/lines/found-1
EXTRA_DIST += %D%/corpus/lines/found-2
EXTRA_DIST += %D%/corpus/lines/found-3
EXTRA_DIST += %D%/corpus/lines/found-4
EXTRA_DIST += %D%/corpus/lines/found-5
EXTRA_DIST += %D%/corpus/lines/found-6
EXTRA_DIST += %D%/corpus/lines/good
EXTRA_DIST += %D%/corpus/lines/hostile
EXTRA_DIST += %D%/corpus/lines/kept
EXTRA_DIST += %D%/corpus/lines/many
EXTRA_DIST += %D%/corpus/pkt/greeting-0
EXTRA_DIST += %D%/corpus/pkt/greeting-2
EXTRA_DIST += %D%/corpus/pkt/refs-2
EXTRA_DIST += %D%/corpus/pkt/refused
EXTRA_DIST += %D%/corpus/pkt/sent-0
EXTRA_DIST += %D%/corpus/pkt/sent-2
EXTRA_DIST += %D%/corpus/origin/backslash
EXTRA_DIST += %D%/corpus/origin/link
EXTRA_DIST += %D%/corpus/origin/loopback
EXTRA_DIST += %D%/corpus/origin/shape
EXTRA_DIST += %D%/corpus/origin/six
EXTRA_DIST += %D%/corpus/origin/user
EXTRA_DIST += %D%/corpus/planted/seed
EXTRA_DIST += %D%/corpus/scenario/all-first
EXTRA_DIST += %D%/corpus/s3/denied
EXTRA_DIST += %D%/corpus/s3/laugh
EXTRA_DIST += %D%/corpus/s3/list
EXTRA_DIST += %D%/corpus/s3/moved
EXTRA_DIST += %D%/corpus/s3/nul
EXTRA_DIST += %D%/corpus/scenario/archived-project
EXTRA_DIST += %D%/corpus/scenario/found-1
EXTRA_DIST += %D%/corpus/scenario/found-2
EXTRA_DIST += %D%/corpus/scenario/found-3
EXTRA_DIST += %D%/corpus/scenario/found-4
EXTRA_DIST += %D%/corpus/scenario/found-5
EXTRA_DIST += %D%/corpus/scenario/found-6
EXTRA_DIST += %D%/corpus/scenario/least
EXTRA_DIST += %D%/corpus/scenario/leaving-a-group
EXTRA_DIST += %D%/corpus/scenario/line
EXTRA_DIST += %D%/corpus/store/cut
EXTRA_DIST += %D%/corpus/store/found-1
EXTRA_DIST += %D%/corpus/store/found-2
EXTRA_DIST += %D%/corpus/store/found-3
EXTRA_DIST += %D%/corpus/store/found-4
EXTRA_DIST += %D%/corpus/store/found-5
EXTRA_DIST += %D%/corpus/store/found-6
EXTRA_DIST += %D%/corpus/store/header
EXTRA_DIST += %D%/corpus/store/nothing
EXTRA_DIST += %D%/corpus/store/turned
EXTRA_DIST += %D%/corpus/store/untouched
EXTRA_DIST += %D%/corpus/text/emoji
EXTRA_DIST += %D%/corpus/text/found-1
EXTRA_DIST += %D%/corpus/text/found-2
EXTRA_DIST += %D%/corpus/text/found-3
EXTRA_DIST += %D%/corpus/text/found-4
EXTRA_DIST += %D%/corpus/text/found-5
EXTRA_DIST += %D%/corpus/text/found-6
EXTRA_DIST += %D%/corpus/text/hostile
EXTRA_DIST += %D%/corpus/text/numbers
EXTRA_DIST += %D%/corpus/text/plain
EXTRA_DIST += %D%/corpus/text/wide
EXTRA_DIST += %D%/corpus/url/found-1
EXTRA_DIST += %D%/corpus/url/found-2
EXTRA_DIST += %D%/corpus/url/found-3
EXTRA_DIST += %D%/corpus/url/found-4
EXTRA_DIST += %D%/corpus/url/found-5
EXTRA_DIST += %D%/corpus/url/found-6
EXTRA_DIST += %D%/corpus/url/u00
EXTRA_DIST += %D%/corpus/url/u01
EXTRA_DIST += %D%/corpus/url/u02
EXTRA_DIST += %D%/corpus/url/u03
EXTRA_DIST += %D%/corpus/url/u04
EXTRA_DIST += %D%/corpus/url/u05
EXTRA_DIST += %D%/corpus/url/u06
EXTRA_DIST += %D%/corpus/url/u07
EXTRA_DIST += %D%/corpus/url/u08
EXTRA_DIST += %D%/corpus/url/u09
EXTRA_DIST += %D%/corpus/url/u10
EXTRA_DIST += %D%/corpus/url/u11
EXTRA_DIST += %D%/corpus/url/u12

# FUZZ_SECONDS for each target, 480 where it is not said.
fuzz:
	srcdir_abs=`cd $(top_srcdir) && pwd` builddir_abs=`pwd` \
		$(SHELL) $(top_srcdir)/tests/fuzz/fuzz.sh $(FUZZ)
.PHONY: fuzz
