import 'reflect-metadata';

process.env.TZ = 'Asia/Shanghai';
process.env.NODE_ENV = 'test';
