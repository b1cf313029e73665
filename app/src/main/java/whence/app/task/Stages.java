package whence.app.task;

import whence.bytes.Watch;

/// A watch that shows in words what the work is at.
public interface Stages extends Watch {
    /// What is being done now.
    void stage(String title);

    /// Says it where somebody listens.
    static void say(Watch watch, String title) {
        if (watch instanceof Stages stages) {
            stages.stage(title);
        }
    }
}
