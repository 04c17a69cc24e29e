/** What kernels import: the bytes that digits.mts returns. */
export declare const digits: StaticArray<u8>;
