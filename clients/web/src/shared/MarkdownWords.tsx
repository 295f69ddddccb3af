// Markdown: headings, lists and what is within a line; nothing that loads or leads away.
import Markdown, { type Components } from "react-markdown";

export function MarkdownWords({ children }: { children: string }) {
  return (
    <Markdown allowedElements={allowed} unwrapDisallowed components={components}>
      {children}
    </Markdown>
  );
}

const allowed = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "em", "strong", "br", "a", "img"];

// The headings of a text stand below those of the screen. Of links and images the words stay.
const components: Components = {
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h4>{children}</h4>,
  h3: ({ children }) => <h5>{children}</h5>,
  h4: ({ children }) => <h6>{children}</h6>,
  h5: ({ children }) => <h6>{children}</h6>,
  h6: ({ children }) => <h6>{children}</h6>,
  a: ({ children }) => <>{children}</>,
  img: ({ alt }) => <>{alt}</>,
};
