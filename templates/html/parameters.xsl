<?xml version="1.0" encoding="UTF-8"?>
<!-- parameters.xsl: what the press passes to the page's stylesheet. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- The style sheet, which stands in the page itself. It holds neither "<" nor an ampersand. -->
  <xsl:param name="css"/>

  <!-- "sha256-…" of that very text: the page's policy lets no other style in. -->
  <xsl:param name="css-hash"/>

</xsl:stylesheet>
