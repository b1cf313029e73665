package whence.branches;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// A probe on a return says to which function control goes back. That this function called the one that returned is
/// not said: code may have been put into it, and a callee may have ended in a jump (a tail call).
class ReturnedToTest {
    private static final String WORK = """
            int outer(int fd)
            {
            	int error = -EBADF;

            	if (fd)
            		error = work(fd);
            	return error;
            }
            int entry(int fd)
            {
            	if (fd < 0)
            		return -EINVAL;
            	return outer(fd);
            }
            """;

    private static final String CONNECT = """
            int connect_file(struct file *file)
            {
            	int error = allowed(file);

            	if (!error)
            		error = file->ops->connect(file);
            	return error;
            }
            int entry(struct file *file)
            {
            	if (!file)
            		return -EBADF;
            	return connect_file(file);
            }
            """;

    @Test
    void a_function_that_is_not_static_is_put_into_a_caller_of_its_own_file_too() {
        assertEquals(List.of(13), left(WORK, "work"));
    }

    @Test
    void a_function_that_is_called_by_pointer_is_named_nowhere() {
        assertEquals(List.of(13), left(CONNECT, "stream_connect"));
    }

    @Test
    void a_callee_elsewhere_may_end_in_a_jump_to_what_this_file_does_not_name() {
        String caller = CONNECT.substring(CONNECT.indexOf("int entry"));
        assertEquals(List.of(5), left(caller, "stream_connect"));
    }

    @Test
    void what_the_file_names_is_called_where_it_is_named() {
        assertEquals(List.of(5), left("""
                int entry(int fd)
                {
                	if (check(fd))
                		return -EINVAL;
                	return work(fd);
                }
                """, "work"));
    }

    @Test
    void a_macro_before_a_statement_may_use_another_before_its_own() {
        assertEquals(List.of("5 -EINVAL if x", "6 0 unless x < n"), Snippet.rows(Snippet.exits("entry", """
                #define each(x, n) for (x = 0; x < n; x++)
                #define every(x, n) each(x, n) if (x)
                int entry(int x, int n)
                {
                	every(x, n) return -EINVAL;
                	return 0;
                }
                """)));
    }

    private static List<Integer> left(String text, String callee) {
        Evidence ran = Evidence.NONE.hit(callee, Snippet.seen(callee + " is seen to return to entry"));
        return Snippet.left(Snippet.exits("entry", text), ran);
    }
}
