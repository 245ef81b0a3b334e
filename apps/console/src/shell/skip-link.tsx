import classes from './skip-link.module.css';

/** Lets keyboard users skip the navigation. */
export function SkipLink({ target }: { target: string }) {
  return (
    <a
      href={`#${target}`}
      className={classes.link}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(target)?.focus();
      }}
    >
      Skip to content
    </a>
  );
}
