/** Examples. */
package com.example;
