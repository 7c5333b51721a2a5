import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.util.DefaultReportImpl;
import java.io.File;

/** Checks EPUB files with EPUBCheck, all in one start of the machine. */
class Epubcheck {
    public static void main(String[] files) {
        int found = 0;
        for (String file : files) {
            DefaultReportImpl report = new DefaultReportImpl(file);
            new EpubCheck(new File(file), report).doValidate();
            int of = report.getFatalErrorCount() + report.getErrorCount() + report.getWarningCount();
            System.out.println(file + ": " + of + " errors and warnings, EPUB " + EpubCheck.version());
            found += of;
        }
        System.exit(found == 0 ? 0 : 1);
    }
}
