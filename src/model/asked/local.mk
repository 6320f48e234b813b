# That somebody asks for a higher level (D32).
src_model_libmodel_a_SOURCES += %D%/level_request.c %D%/level_request.h
