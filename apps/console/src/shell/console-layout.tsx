import { AppShell, Burger, Center, Group, Loader } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { signInPath } from '../session/sign-in-path';
import { useViewerQuery, ViewerProvider } from '../session/viewer';
import { ErrorState } from '../ui/layout/error-state';
import { Brand } from '../ui/layout/brand';
import { ConnectionBanner } from './connection-banner';
import classes from './console-layout.module.css';
import { Navigation } from './navigation';
import { SearchButton } from './search-button';
import { SkipLink } from './skip-link';
import { ViewerMenu } from './viewer-menu';

/** Layout of all pages that require a sign-in. */
export function ConsoleLayout() {
  const viewer = useViewerQuery();
  const { pathname, search } = useLocation();
  const [menuOpened, menu] = useDisclosure();
  const main = useRef<HTMLElement>(null);
  const firstPath = useRef(pathname);

  const closeMenu = menu.close;
  useEffect(() => {
    closeMenu();
    window.scrollTo(0, 0);
    // Moves the focus to the start of a new page. On the first page the browser decides where the focus is.
    if (firstPath.current !== pathname) main.current?.focus({ preventScroll: true });
    firstPath.current = '';
  }, [pathname, closeMenu]);

  if (viewer.error?.code === 'UNAUTHENTICATED') return <Navigate to={signInPath(pathname + search)} replace />;
  if (!viewer.data) {
    return (
      <Center mih="100dvh">
        {viewer.error ? (
          <ErrorState error={viewer.error} onRetry={() => void viewer.refetch()} />
        ) : (
          <Loader size="sm" aria-label="Loading" />
        )}
      </Center>
    );
  }

  return (
    <ViewerProvider viewer={viewer.data}>
      <SkipLink target="main" />
      <AppShell
        header={{ height: 52, collapsed: false }}
        navbar={{ width: 252, breakpoint: 'sm', collapsed: { mobile: !menuOpened } }}
        padding={{ base: 'md', sm: 'xl' }}
        classNames={{ header: classes.header, navbar: classes.navbar, main: classes.main }}
        layout="alt"
        transitionDuration={0}
      >
        <AppShell.Header hiddenFrom="sm">
          <Group h="100%" px="md" justify="space-between">
            <Brand />
            <Burger opened={menuOpened} onClick={menu.toggle} size="sm" aria-label="Menu" aria-expanded={menuOpened} />
          </Group>
        </AppShell.Header>
        <AppShell.Navbar aria-label="Console" withBorder>
          <div className={classes.brandRow}>
            <Brand tenant={viewer.data.tenant.name} />
            <Burger opened onClick={menu.close} size="sm" aria-label="Close menu" hiddenFrom="sm" />
          </div>
          <SearchButton />
          <Navigation />
          <ViewerMenu />
        </AppShell.Navbar>
        <AppShell.Main id="main" ref={main} tabIndex={-1}>
          <ConnectionBanner />
          <Outlet />
        </AppShell.Main>
      </AppShell>
    </ViewerProvider>
  );
}
