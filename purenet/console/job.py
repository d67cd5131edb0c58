"""What Windows has to bound a process, and all that it starts: a job.

It ends with the last handle of it, and that one is ours: whatever ends us ends them.
"""

from __future__ import annotations

import ctypes
import time

_TIME, _MEMORY, _KILL_ON_CLOSE = 0x2, 0x100, 0x2000  # JOB_OBJECT_LIMIT_...
_EXTENDED = 9  # JobObjectExtendedLimitInformation


class _Limits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION, and what is inside it, one by one."""

    _fields_ = (
        ("process_time", ctypes.c_int64), ("job_time", ctypes.c_int64),  # in 100 ns
        ("flags", ctypes.c_uint32), ("working_set", ctypes.c_size_t * 2),
        ("processes", ctypes.c_uint32), ("affinity", ctypes.c_size_t),
        ("classes", ctypes.c_uint32 * 2), ("io_counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t), ("job_memory", ctypes.c_size_t),
        ("peaks", ctypes.c_size_t * 2),
    )  # fmt: skip


_limits = _Limits(flags=_KILL_ON_CLOSE)
_job: list[int] = []  # its handle, kept open as long as we live


def limit(memory: int, seconds: int) -> None:
    """Bound the bytes, or the seconds from now on, of this process and its children."""
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined]
    handle = ctypes.c_void_p
    kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = handle
    kernel.AssignProcessToJobObject.argtypes = handle, handle
    of_limits = handle, ctypes.c_int, handle, ctypes.c_uint32
    kernel.SetInformationJobObject.argtypes = of_limits
    if not _job:
        _job.append(kernel.CreateJobObjectW(None, None))
        kernel.AssignProcessToJobObject(_job[0], kernel.GetCurrentProcess())
    if memory:
        _limits.flags |= _MEMORY
        _limits.process_memory = memory
    if seconds:
        _limits.flags |= _TIME
        _limits.process_time = int((time.process_time() + seconds) * 1e7)
    size = ctypes.sizeof(_limits)
    kernel.SetInformationJobObject(_job[0], _EXTENDED, ctypes.byref(_limits), size)
