# Couriers against servers of the test's own, on the loopback.
EXTRA_DIST += %D%/server.c %D%/server.h %D%/asked.c %D%/asked.h %D%/probe_test.c \
	%D%/certificate.c %D%/certificate.h %D%/tls_test.c %D%/deaf.c \
	tests/action/check_hang_test.c
COURIER_TEST_LIBS = src/connect/libconnect.a src/net/libnet.a $(MODEL) $(CURL_LIBS) \
	$(OPENSSL_LIBS) $(TEST_LIBS)
check_PROGRAMS += tests/courier/git_say_test tests/courier/smart_http_test
tests_courier_git_say_test_SOURCES = %D%/git_say_test.c %D%/packed.h tests/expect.h
tests_courier_git_say_test_CFLAGS = $(TEST_CFLAGS)
tests_courier_git_say_test_LDADD = src/connect/libconnect.a $(MODEL) $(TEST_LIBS)
tests_courier_smart_http_test_SOURCES = %D%/smart_http_test.c %D%/web.c %D%/web.h tests/expect.h
tests_courier_smart_http_test_CFLAGS = $(TEST_CFLAGS)
tests_courier_smart_http_test_LDADD = $(COURIER_TEST_LIBS)
check_PROGRAMS += tests/courier/api_test tests/courier/github_test tests/courier/jwt_test
tests_courier_github_test_SOURCES = %D%/github_test.c %D%/web.c %D%/web.h tests/expect.h
tests_courier_github_test_CFLAGS = $(TEST_CFLAGS)
tests_courier_github_test_LDADD = src/post/libpost.a $(MODEL) $(TEST_LIBS)
tests_courier_api_test_SOURCES = %D%/api_test.c %D%/web.c %D%/web.h tests/expect.h
tests_courier_api_test_CFLAGS = $(TEST_CFLAGS)
tests_courier_api_test_LDADD = $(COURIER_TEST_LIBS)
tests_courier_jwt_test_SOURCES = %D%/jwt_test.c tests/expect.h
tests_courier_jwt_test_CFLAGS = $(TEST_CFLAGS)
tests_courier_jwt_test_LDADD = $(COURIER_TEST_LIBS)
check_PROGRAMS += tests/courier/hosts_test
tests_courier_hosts_test_SOURCES = %D%/hosts_test.c %D%/told.c %D%/told.h %D%/web.c %D%/web.h tests/expect.h
tests_courier_hosts_test_CFLAGS = $(TEST_CFLAGS)
tests_courier_hosts_test_LDADD = src/post/libpost.a $(MODEL) $(TEST_LIBS)
EXTRA_DIST += %D%/server.c %D%/server.h %D%/probe_test.c
check_PROGRAMS += tests/courier/s3_test tests/courier/s3_browse_test
S3_SAID = %D%/s3_said.c %D%/s3_said.h %D%/web.c %D%/web.h tests/expect.h
tests_courier_s3_test_SOURCES = %D%/s3_test.c $(S3_SAID)
tests_courier_s3_test_CFLAGS = $(TEST_CFLAGS)
tests_courier_s3_test_LDADD = src/post/libpost.a src/connect/libconnect.a src/net/libnet.a $(MODEL) \
	$(CURL_LIBS) $(EXPAT_LIBS) $(OPENSSL_LIBS) $(TEST_LIBS)
tests_courier_s3_browse_test_SOURCES = %D%/s3_browse_test.c $(S3_SAID)
tests_courier_s3_browse_test_CFLAGS = $(TEST_CFLAGS)
tests_courier_s3_browse_test_LDADD = src/post/libpost.a $(MODEL) $(TEST_LIBS)
if POSTGRES
if MARIADB
check_PROGRAMS += tests/courier/probe_test
tests_courier_probe_test_SOURCES = %D%/probe_test.c %D%/asked.c %D%/asked.h \
	%D%/server.c %D%/server.h tests/expect.h
tests_courier_probe_test_CFLAGS = $(TEST_CFLAGS)
tests_courier_probe_test_LDADD = src/post/libpost.a $(MODEL) $(TEST_LIBS)
# As src/probe-postgres is, with a look-up that hangs.
EXTRA_PROGRAMS += tests/courier/deaf/probe-postgres
CLEANFILES += tests/courier/deaf/probe-postgres$(EXEEXT)
tests_courier_deaf_probe_postgres_SOURCES = src/courier/probe_postgres.c %D%/deaf.c
tests_courier_deaf_probe_postgres_LDADD = $(COURIER_LIBS) $(POSTGRES_LIBS)
check_PROGRAMS += tests/action/check_hang_test
tests_action_check_hang_test_SOURCES = tests/action/check_hang_test.c tests/expect.h
tests_action_check_hang_test_CFLAGS = $(TEST_CFLAGS)
tests_action_check_hang_test_LDADD = $(ACTION) $(TEST_LIBS)
EXTRA_tests_action_check_hang_test_DEPENDENCIES = tests/courier/deaf/probe-postgres$(EXEEXT)
check_PROGRAMS += tests/courier/tls_test
tests_courier_tls_test_SOURCES = %D%/tls_test.c %D%/asked.c %D%/asked.h \
	%D%/certificate.c %D%/certificate.h %D%/server.c %D%/server.h tests/expect.h
tests_courier_tls_test_CFLAGS = $(TEST_CFLAGS)
tests_courier_tls_test_LDADD = src/post/libpost.a $(MODEL) $(OPENSSL_LIBS) $(TEST_LIBS)
endif
endif
check_PROGRAMS += tests/courier/tunnel_test
tests_courier_tunnel_test_SOURCES = %D%/tunnel_test.c tests/expect.h
tests_courier_tunnel_test_CFLAGS = $(TEST_CFLAGS)
tests_courier_tunnel_test_LDADD = $(COURIER_LIBS) $(TEST_LIBS)
WEB_TOLD = %D%/told.c %D%/told.h %D%/web.c %D%/web.h %D%/web_told.c %D%/web_told.h tests/expect.h
check_PROGRAMS += tests/courier/bigquery_test
tests_courier_bigquery_test_SOURCES = %D%/bigquery_test.c %D%/certificate.c %D%/certificate.h \
	$(WEB_TOLD)
tests_courier_bigquery_test_CFLAGS = $(TEST_CFLAGS)
tests_courier_bigquery_test_LDADD = src/post/libpost.a $(MODEL) $(OPENSSL_LIBS) $(TEST_LIBS)
check_PROGRAMS += tests/courier/snowflake_test
tests_courier_snowflake_test_SOURCES = %D%/snowflake_test.c %D%/certificate.c %D%/certificate.h \
	$(WEB_TOLD)
tests_courier_snowflake_test_CFLAGS = $(TEST_CFLAGS)
tests_courier_snowflake_test_LDADD = src/post/libpost.a $(MODEL) $(OPENSSL_LIBS) $(TEST_LIBS)
check_PROGRAMS += tests/courier/clickhouse_test
tests_courier_clickhouse_test_SOURCES = %D%/clickhouse_test.c $(WEB_TOLD)
tests_courier_clickhouse_test_CFLAGS = $(TEST_CFLAGS)
tests_courier_clickhouse_test_LDADD = src/post/libpost.a $(MODEL) $(TEST_LIBS)
check_PROGRAMS += tests/courier/trino_test
tests_courier_trino_test_SOURCES = %D%/trino_test.c $(WEB_TOLD)
tests_courier_trino_test_CFLAGS = $(TEST_CFLAGS)
tests_courier_trino_test_LDADD = src/post/libpost.a $(MODEL) $(TEST_LIBS)
check_PROGRAMS += tests/courier/databricks_test
tests_courier_databricks_test_SOURCES = %D%/databricks_test.c $(WEB_TOLD)
tests_courier_databricks_test_CFLAGS = $(TEST_CFLAGS)
tests_courier_databricks_test_LDADD = src/post/libpost.a $(MODEL) $(TEST_LIBS)
check_PROGRAMS += tests/courier/athena_test
tests_courier_athena_test_SOURCES = %D%/athena_test.c $(WEB_TOLD)
tests_courier_athena_test_CFLAGS = $(TEST_CFLAGS)
tests_courier_athena_test_LDADD = src/post/libpost.a src/net/libnet.a $(MODEL) $(CURL_LIBS) \
	$(OPENSSL_LIBS) $(TEST_LIBS)
check_PROGRAMS += tests/courier/warehouse_test
tests_courier_warehouse_test_SOURCES = %D%/warehouse_test.c %D%/told.c %D%/told.h tests/expect.h
tests_courier_warehouse_test_CFLAGS = $(TEST_CFLAGS)
tests_courier_warehouse_test_LDADD = src/post/libpost.a tests/net/libfault.a src/net/libnet.a \
	$(MODEL) $(CURL_LIBS) $(OPENSSL_LIBS) $(TEST_LIBS)
EXTRA_DIST += %D%/sqlserver_test.c %D%/tds.c %D%/tds.h
if FREETDS
check_PROGRAMS += tests/courier/sqlserver_test
tests_courier_sqlserver_test_SOURCES = %D%/sqlserver_test.c %D%/asked.c %D%/asked.h \
	%D%/certificate.c %D%/certificate.h %D%/server.c %D%/server.h %D%/tds.c %D%/tds.h \
	tests/expect.h
tests_courier_sqlserver_test_CFLAGS = $(TEST_CFLAGS)
tests_courier_sqlserver_test_LDADD = src/post/libpost.a src/net/libnet.a $(MODEL) \
	$(OPENSSL_LIBS) $(TEST_LIBS)
endif
