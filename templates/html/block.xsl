<?xml version="1.0" encoding="UTF-8"?>
<!-- block.xsl: paragraphs, lists, quotations. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:f="urn:bluebook:findings"
                xmlns:r="urn:bluebook:resolved"
                xmlns:w="urn:bluebook:word"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="f r w">

  <!-- The number of a paragraph is text, and the link to it; a mark is the style sheet's to draw. -->
  <xsl:template match="f:p[@r:number]">
    <p class="numbered">
      <xsl:call-template name="common"/>
      <a class="p-number" href="#{@id}" aria-label="{w:text('page-item', @r:number, @r:label)}">
        <xsl:value-of select="@r:number"/>
      </a>
      <xsl:text> </xsl:text>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <xsl:template match="f:p[@r:mark]">
    <p class="marked">
      <xsl:call-template name="common"/>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <xsl:template match="f:p | f:ul | f:ol | f:li | f:dt | f:dd">
    <xsl:element name="{local-name()}">
      <xsl:call-template name="common"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- Each term and what is said of it stand side by side, so they need a frame. -->
  <xsl:template match="f:dl">
    <dl>
      <xsl:call-template name="common"/>
      <xsl:if test="@r:kind">
        <xsl:attribute name="class"><xsl:value-of select="@r:kind"/></xsl:attribute>
      </xsl:if>
      <xsl:for-each select="f:dt">
        <div>
          <xsl:apply-templates select=". | following-sibling::f:dd[1]"/>
        </div>
      </xsl:for-each>
    </dl>
  </xsl:template>

  <xsl:template match="f:blockquote">
    <blockquote>
      <xsl:call-template name="common"/>
      <xsl:apply-templates select="*"/>
    </blockquote>
  </xsl:template>

  <xsl:template match="f:cite">
    <footer class="cite">
      <xsl:call-template name="common"/>
      <xsl:apply-templates/>
    </footer>
  </xsl:template>

</xsl:stylesheet>
