import type { ReactNode } from "react";

interface ListCellProps {
  className?: string | undefined;
  title?: string | undefined;
  children?: ReactNode;
}

/** A cell of the list's grid, in which the rows have the focus and not their cells. */
export function ListCell({ className, title, children }: ListCellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a table cannot be dragged about
    // biome-ignore lint/a11y/useFocusableInteractive: its row is
    <span role="gridcell" className={className} title={title}>
      {children}
    </span>
  );
}
