import classes from './print-page.module.css';

/** Opens the system's print dialog, which can save as PDF, for a page of HTML. */
export function printPage(html: string): void {
  const frame = document.createElement('iframe');
  frame.className = classes.frame ?? '';
  frame.tabIndex = -1;
  frame.srcdoc = html;
  frame.title = 'Report';
  frame.addEventListener('load', () => {
    const page = frame.contentWindow;
    if (page === null) return;
    page.addEventListener('afterprint', () => {
      frame.remove();
    });
    page.focus();
    page.print();
  });
  document.body.append(frame);
}
