/** Broken on purpose. */
package com.acme;
