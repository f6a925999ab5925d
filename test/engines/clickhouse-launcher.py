"""Runs the ClickHouse inside libchdb.so: LIBRARY, then ClickHouse's own arguments.

It ends with the process that started it, so that no server outlives its tests.
"""

import ctypes
import signal
import sys

PR_SET_PDEATHSIG = 1

_, library, *arguments = sys.argv
ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
run = ctypes.CDLL(library).query_stable_v2
run.restype = ctypes.c_void_p
texts = [b"clickhouse", *(argument.encode() for argument in arguments)]
run(len(texts), (ctypes.c_char_p * len(texts))(*texts))
