// Waiting for a lock in the kernel's own queue, but not for ever: on a whole file, or on one place of it.
//
// Both calls wait without limit, and polling for it starves whoever sleeps at the wrong moment. The caller waits in
// the queue itself; a timer of its own gets it out again. A thread that waits in its place would cost a stack and
// two more changes of process for every turn.
#ifndef REDRESS_LOCKWAIT_H
#define REDRESS_LOCKWAIT_H

/// Takes the lock of one byte of the file at that place, which need not be there, where nobody has it: 0, or
/// a negated error number, -EAGAIN where somebody has.
///
/// By the open file and not by the process: closing another descriptor of the same file lets go nothing.
int lockwait_take_place(int file, int place);

/// Lets go the lock of that place.
int lockwait_leave_place(int file, int place);

/// Waits up to that many milliseconds for an exclusive lock on the file, or on a place of it where that is not
/// negative: 0, or a negated error number, -ETIMEDOUT where the time is over. Nothing of the wait is left then.
int lockwait_exclusive(int file, int place, int milliseconds);

/// Waits up to that many milliseconds until nobody has the lock of that place: 0, or a negated error number. All who
/// wait wake together, and none of them has it then.
int lockwait_until_free(int file, int place, int milliseconds);

#endif
