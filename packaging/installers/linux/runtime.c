/* The head of an AppImage of type 2: mounts the squashfs that follows it and runs AppRun in it.
 *
 * Built by appimage.py as one static program, so that the system needs no libfuse: fusermount3 (or
 * fusermount) alone is asked to mount, and where it or /dev/fuse is missing the files are unpacked
 * into a temporary folder, run from there and removed.
 *
 *   --appimage-extract     unpack into ./squashfs-root and end
 *   --appimage-offset      print where the file system begins and end
 *   APPIMAGE_EXTRACT_AND_RUN=1   unpack and run, without mounting
 */

#define _GNU_SOURCE
#define FUSE_USE_VERSION 32

#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <squashfuse/ll.h>

/* Not among the library's headers: opens an image as what its low-level operations work on. */
sqfs_ll *sqfs_ll_open(const char *path, size_t offset);
sqfs_err sqfs_stat(sqfs *fs, sqfs_inode *inode, struct stat *st);

static char self[PATH_MAX];
static char folder[PATH_MAX];

static void fail(const char *what) {
	fprintf(stderr, "%s: %s: %s\n", self, what, strerror(errno));
	exit(127);
}

/* Where this program ends and the file system begins: after the last section header. */
static size_t find_offset(void) {
	Elf64_Ehdr head;
	int file = open(self, O_RDONLY | O_CLOEXEC);
	if (file < 0 || read(file, &head, sizeof head) != sizeof head)
		fail("cannot read itself");
	close(file);
	return head.e_shoff + (size_t)head.e_shentsize * head.e_shnum;
}

static void make_folder(void) {
	const char *place = getenv("TMPDIR");
	snprintf(folder, sizeof folder, "%s/.tintline-XXXXXX", place && *place ? place : "/tmp");
	if (!mkdtemp(folder))
		fail(folder);
}

/* Unpacking */

static void write_file(sqfs *fs, sqfs_inode *inode, const char *path, mode_t mode) {
	static char buffer[1 << 17];
	int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode & 0777);
	if (file < 0)
		fail(path);
	for (sqfs_off_t at = 0;;) {
		sqfs_off_t size = sizeof buffer;
		if (sqfs_read_range(fs, inode, at, &size, buffer))
			fail("the file system is damaged");
		if (size == 0)
			break;
		for (sqfs_off_t done = 0; done < size;) {
			ssize_t wrote = write(file, buffer + done, size - done);
			if (wrote < 0)
				fail(path);
			done += wrote;
		}
		at += size;
	}
	if (close(file))
		fail(path);
}

static void unpack(size_t offset, const char *target) {
	sqfs fs;
	sqfs_traverse walk;
	sqfs_err error = SQFS_OK;
	if (sqfs_open_image(&fs, self, offset) || sqfs_traverse_open(&walk, &fs, sqfs_inode_root(&fs)))
		fail("holds no file system");
	if (mkdir(target, 0755) && errno != EEXIST)
		fail(target);
	while (sqfs_traverse_next(&walk, &error)) {
		char path[PATH_MAX], link[PATH_MAX];
		size_t size = sizeof link;
		sqfs_inode inode;
		struct stat facts;
		if (walk.dir_end)
			continue;
		if (snprintf(path, sizeof path, "%s/%s", target, walk.path) >= (int)sizeof path)
			fail("a path is too long");
		if (sqfs_inode_get(&fs, &inode, sqfs_dentry_inode(&walk.entry)))
			fail("the file system is damaged");
		facts.st_mode = inode.base.mode;
		if (S_ISDIR(facts.st_mode)) {
			if (mkdir(path, 0755) && errno != EEXIST)
				fail(path);
		} else if (S_ISLNK(facts.st_mode)) {
			if (sqfs_readlink(&fs, &inode, link, &size) || symlink(link, path))
				fail(path);
		} else if (S_ISREG(facts.st_mode)) {
			write_file(&fs, &inode, path, facts.st_mode);
		}
	}
	if (error)
		fail("the file system is damaged");
	sqfs_traverse_close(&walk);
	sqfs_fd_close(fs.fd);
}

static int remove_one(const char *path, const struct stat *facts, int kind, struct FTW *place) {
	(void)facts, (void)kind, (void)place;
	return remove(path);
}

/* Mounting */

static struct fuse_session *session;

/* The program holds the other end; once it and all that it started have ended, so does the mount. */
static void *wait_for_end(void *given) {
	struct pollfd end = {.fd = *(int *)given, .events = POLLIN};
	while (poll(&end, 1, -1) < 0 && errno == EINTR) {
	}
	fuse_session_exit(session);
	fuse_session_unmount(session);
	return NULL;
}

static const struct fuse_lowlevel_ops operations = {
	.getattr = sqfs_ll_op_getattr,
	.opendir = sqfs_ll_op_opendir,
	.releasedir = sqfs_ll_op_releasedir,
	.readdir = sqfs_ll_op_readdir,
	.lookup = sqfs_ll_op_lookup,
	.open = sqfs_ll_op_open,
	.create = sqfs_ll_op_create,
	.release = sqfs_ll_op_release,
	.read = sqfs_ll_op_read,
	.readlink = sqfs_ll_op_readlink,
	.listxattr = sqfs_ll_op_listxattr,
	.getxattr = sqfs_ll_op_getxattr,
	.forget = sqfs_ll_op_forget,
	.statfs = stfs_ll_op_statfs,
};

/* Serve the file system until the program ends; tells over `ready` whether it is mounted. */
static void serve(size_t offset, int ready, int end) {
	char *words[] = {"tintline", "-o", "ro,nodev,nosuid,subtype=squashfuse,fsname=tintline"};
	struct fuse_args arguments = FUSE_ARGS_INIT(3, words);
	char told = 0;
	pthread_t waiting;
	sqfs_ll *image = sqfs_ll_open(self, offset);
	setsid();
	if (image) {
		session = fuse_session_new(&arguments, &operations, sizeof operations, image);
		told = session && fuse_session_mount(session, folder) == 0;
	}
	if (write(ready, &told, 1) != 1)
		told = 0;
	close(ready);
	if (told && pthread_create(&waiting, NULL, wait_for_end, &end) == 0) {
		fuse_session_loop(session);
		pthread_join(waiting, NULL);
	}
	rmdir(folder);
	_exit(0);
}

static bool mount_image(size_t offset) {
	int ready[2], end[2];
	char told = 0;
	if (pipe2(ready, O_CLOEXEC) || pipe(end))
		fail("no pipe");
	pid_t server = fork();
	if (server < 0)
		fail("no process");
	if (server == 0) {
		close(ready[0]);
		close(end[1]);
		int quiet = open("/dev/null", O_RDWR);
		dup2(quiet, 0), dup2(quiet, 1), dup2(quiet, 2);
		serve(offset, ready[1], end[0]);
	}
	close(ready[1]);
	close(end[0]);
	if (read(ready[0], &told, 1) != 1)
		told = 0;
	close(ready[0]);
	if (!told)
		close(end[1]);
	return told;
}

static void start(char **words) {
	char program[PATH_MAX + 8];
	snprintf(program, sizeof program, "%s/AppRun", folder);
	setenv("APPDIR", folder, 1);
	execv(program, words);
	fail(program);
}

int main(int count, char **words) {
	ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
	if (length < 0)
		fail("/proc/self/exe");
	size_t offset = find_offset();
	if (count > 1 && !strcmp(words[1], "--appimage-offset")) {
		printf("%zu\n", offset);
		return 0;
	}
	if (count > 1 && !strcmp(words[1], "--appimage-extract")) {
		unpack(offset, "squashfs-root");
		return 0;
	}
	setenv("APPIMAGE", self, 1);
	setenv("ARGV0", words[0], 1);
	make_folder();
	const char *wish = getenv("APPIMAGE_EXTRACT_AND_RUN");
	if (!(wish && *wish == '1') && mount_image(offset))
		start(words);
	/* Nothing to mount with. The folder may have been removed with the attempt. */
	mkdir(folder, 0700);
	unpack(offset, folder);
	pid_t program = fork();
	if (program < 0)
		fail("no process");
	if (program == 0)
		start(words);
	int status = 0;
	signal(SIGINT, SIG_IGN);
	while (waitpid(program, &status, 0) < 0 && errno == EINTR) {
	}
	nftw(folder, remove_one, 32, FTW_DEPTH | FTW_PHYS);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
