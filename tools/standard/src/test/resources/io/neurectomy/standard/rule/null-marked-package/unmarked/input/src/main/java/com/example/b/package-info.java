/** B. */
package com.example.b;
