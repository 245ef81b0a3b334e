import { Text } from '@mantine/core';
import classes from './brand.module.css';
import mark from './rollcall.svg';

export function Brand({ tenant }: { tenant?: string }) {
  return (
    <div className={classes.brand}>
      <img src={mark} alt="" width={28} height={28} />
      <div>
        <Text fw={650} lh={1.15} size="md">
          Rollcall
        </Text>
        {tenant && (
          <Text size="xs" c="dimmed" lh={1.3} truncate maw={150}>
            {tenant}
          </Text>
        )}
      </div>
    </div>
  );
}
