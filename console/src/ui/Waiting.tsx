import { Spin } from 'antd';

export const Waiting = () => <div className="waiting" role="status"><Spin size="large" /></div>;
