/* Writes BGR frames at 15 a second to standard output: the clip FOLDER/NAME.bgr over and over, NAME being what the file
 * SCENE holds ("empty" without it). When the name changes, the first frame of the new clip is the next one out, and a line
 * "NAME SECONDS" (CLOCK_MONOTONIC, just before that frame goes out) is appended to the file SHOWN. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { FRAME = 640 * 480 * 3, FRAME_NANOS = 1000000000 / 15 };
static unsigned char frame[FRAME];

static void scene_name(const char *file, char *name, size_t size) {
    snprintf(name, size, "empty");
    FILE *in = fopen(file, "r");
    if (!in) return;
    if (fgets(name, size, in)) name[strcspn(name, "\n")] = 0;
    fclose(in);
}

static int open_clip(const char *folder, const char *name) {
    char path[256];
    snprintf(path, sizeof path, "%s/%s.bgr", folder, name);
    int clip = open(path, O_RDONLY);
    if (clip < 0) { perror(path); exit(1); }
    return clip;
}

static void note_shown(const char *file, const char *name, const struct timespec *now) {
    FILE *out = fopen(file, "a");
    if (!out) { perror(file); exit(1); }
    fprintf(out, "%s %ld.%06ld\n", name, now->tv_sec, now->tv_nsec / 1000);
    fclose(out);
}

int main(int argc, char **argv) {
    if (argc != 4) return 2;
    char current[64] = "", wanted[64];
    int clip = -1;
    struct timespec due;
    clock_gettime(CLOCK_MONOTONIC, &due);
    for (;;) {
        scene_name(argv[2], wanted, sizeof wanted);
        int changed = strcmp(current, wanted);
        if (changed) {
            if (clip >= 0) close(clip);
            clip = open_clip(argv[1], strcpy(current, wanted));
        }
        if (read(clip, frame, FRAME) != FRAME) {
            lseek(clip, 0, SEEK_SET);
            if (read(clip, frame, FRAME) != FRAME) return 1;
        }
        clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &due, NULL);
        struct timespec now;
        clock_gettime(CLOCK_MONOTONIC, &now);
        if (changed) note_shown(argv[3], current, &now);
        for (size_t sent = 0; sent < FRAME;) {
            ssize_t n = write(STDOUT_FILENO, frame + sent, FRAME - sent);
            if (n <= 0) return 1;
            sent += n;
        }
        /* an emulated machine that falls behind shows fewer frames; it does not hurry to catch up */
        due = now;
        due.tv_nsec += FRAME_NANOS;
        if (due.tv_nsec >= 1000000000) { due.tv_nsec -= 1000000000; due.tv_sec++; }
    }
}
