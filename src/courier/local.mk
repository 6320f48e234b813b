# The programs that speak to outside services, one job a process.  Those with a client
# library of a database are built where configure finds it.
pkglibexec_PROGRAMS = src/gatehouse-courier
src_gatehouse_courier_SOURCES = %D%/courier.c
src_gatehouse_courier_LDADD = $(COURIER_LIBS) $(CURL_LIBS) $(EXPAT_LIBS)
COURIER_LIBS = src/connect/libconnect.a src/net/libnet.a src/model/libmodel.a \
	src/base/libbase.a $(OPENSSL_LIBS) $(JANSSON_LIBS) $(SODIUM_LIBS) $(UTF8PROC_LIBS) -lpthread
EXTRA_DIST += %D%/probe_postgres.c %D%/probe_mariadb.c %D%/probe_sqlserver.c
if POSTGRES
pkglibexec_PROGRAMS += src/probe-postgres
src_probe_postgres_SOURCES = %D%/probe_postgres.c
src_probe_postgres_LDADD = $(COURIER_LIBS) $(POSTGRES_LIBS)
endif
if MARIADB
pkglibexec_PROGRAMS += src/probe-mariadb
src_probe_mariadb_SOURCES = %D%/probe_mariadb.c
src_probe_mariadb_LDADD = $(COURIER_LIBS) $(MARIADB_LIBS)
endif
if FREETDS
pkglibexec_PROGRAMS += src/probe-sqlserver
src_probe_sqlserver_SOURCES = %D%/probe_sqlserver.c
src_probe_sqlserver_LDADD = $(COURIER_LIBS) $(FREETDS_LIBS)
endif
